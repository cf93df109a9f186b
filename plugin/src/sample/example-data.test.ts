import { describe, expect, it } from 'vitest';
import { eventTask, readProcess } from '../../test/moddle.ts';
import { exampleData } from './example-data.ts';

function withExample(id: string, json: string): string {
  const value = json.replaceAll('"', '&#34;');
  return `<bpmn:startEvent id="${id}"><bpmn:extensionElements><zeebe:properties>
    <zeebe:property name="other" value="{}" />
    <zeebe:property name="camundaModeler:exampleOutputJson" value="${value}" />
  </zeebe:properties></bpmn:extensionElements></bpmn:startEvent>`;
}

describe('the example data of a diagram', () => {
  it('is what the other elements give', async () => {
    const find = await readProcess(
      withExample('one', '{"order": {"id": 1}}') + withExample('two', '{"total": 3}') + eventTask('task', ''),
    );
    expect(exampleData(find('task'))).toEqual({ order: { id: 1 }, total: 3 });
  });

  it('of an inner scope hides that of an outer one', async () => {
    const find = await readProcess(
      withExample('outer', '{"a": "outer", "b": "outer"}') +
        `<bpmn:subProcess id="sub">${withExample('inner', '{"a": "inner"}')}${eventTask('task', '')}</bpmn:subProcess>`,
    );
    expect(exampleData(find('task'))).toEqual({ a: 'inner', b: 'outer' });
  });

  it.each(['', 'not JSON', '[1]', 'null', '"text"'])('that is no object counts for nothing: %s', async (json) => {
    const find = await readProcess(withExample('one', json) + eventTask('task', ''));
    expect(exampleData(find('task'))).toEqual({});
  });
});
