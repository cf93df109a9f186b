import { describe, expect, it } from 'vitest';
import { checkDiagram, configure, readDiagram } from '../src/core.ts';
import { bpmn, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { SEEDS } from '@eventbridge-kit/testkit/lint/seeded/seeds';
import { UNTOUCHED } from '@eventbridge-kit/testkit/lint/seeded/untouched';

/** The offer to change a task of Camunda's connector finds nothing wrong in it. */
const rules = configure('recommended', { 'official-template': 'off' });

async function found(diagram: DiagramSpec): Promise<string[]> {
  return checkDiagram(readDiagram(await parse(bpmn(diagram))), rules).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('diagrams without a mistake', () => {
  it.each(UNTOUCHED)('%s', async (_, diagram) => {
    expect(await found(diagram)).toEqual([]);
  });
});

describe('diagrams with one', () => {
  const visible = SEEDS.filter(({ group }) => group !== 'not in the diagram');

  it('are many', () => {
    expect(visible.length).toBeGreaterThanOrEqual(60);
  });

  it('are found, at least nine in ten of all', async () => {
    const missed: string[] = [];
    for (const { mistake, diagram } of SEEDS) if ((await found(diagram)).length === 0) missed.push(mistake);
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(SEEDS.length / 10);
  });

  it.each(visible)('$group: $mistake', async ({ diagram }) => {
    expect(await found(diagram)).not.toEqual([]);
  });
});
