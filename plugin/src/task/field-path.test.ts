import { describe, expect, it } from 'vitest';
import { eventTask, readProcess } from '../../test/moddle.ts';
import type { ModdleElement } from '../host/moddle.ts';
import { fieldPath } from './field-path.ts';

const TASK = eventTask(
  'task',
  `<zeebe:ioMapping>
     <zeebe:input source="a" target="input.source" /><zeebe:input source="b" target="input.detailType" />
   </zeebe:ioMapping>
   <zeebe:taskHeaders><zeebe:header key="resultExpression" value="c" /></zeebe:taskHeaders>`,
);

describe('the way to a field', () => {
  it.each([
    ['input.source', 'a'],
    ['input.detailType', 'b'],
    ['resultExpression', 'c'],
  ])('%s leads to its text', async (field, text) => {
    const find = await readProcess(TASK);
    const path = fieldPath(find('task'), field) ?? [];
    const found = path.reduce<unknown>(
      (at, key) => (typeof key === 'number' ? (at as unknown[])[key] : (at as ModdleElement).get(key)),
      find('task'),
    );
    expect(found).toBe(text);
  });

  it('of a field that the task does not have leads nowhere', async () => {
    const find = await readProcess(TASK);
    expect(fieldPath(find('task'), 'input.time')).toBeUndefined();
  });
});
