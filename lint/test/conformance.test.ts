import { describe, expect, it } from 'vitest';
import { RULES } from '../src/core.ts';
import { examplesOf } from '@eventbridge-kit/testkit/lint/all-examples';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { diagramOf } from '@eventbridge-kit/testkit/lint/example';
import type { HostFinding } from '@eventbridge-kit/testkit/lint/hosts/host';
import { HOSTS } from '@eventbridge-kit/testkit/lint/hosts/hosts';
import { pure } from '@eventbridge-kit/testkit/lint/hosts/pure';

const shown = new Map<string, Promise<readonly HostFinding[]>>();

/** What the rules say when they are called as functions, once for each example. */
function expected(xml: string, ruleId: string): Promise<readonly HostFinding[]> {
  const key = `${ruleId} ${xml}`;
  const known = shown.get(key) ?? pure.lint(xml, ruleId);
  shown.set(key, known);
  return known;
}

/** Every example of every rule, in every host: they show the same findings, word for word. */
describe.each(HOSTS.filter((host) => host !== pure))('$name', (host) => {
  it.each(RULES)('finds what the rule $id finds', async ({ id }) => {
    const { invalid, valid } = examplesOf(id);
    for (const example of [...invalid, ...valid]) {
      const xml = bpmn(diagramOf(example));
      expect(await host.lint(xml, id), example.name).toEqual(await expected(xml, id));
    }
  });
});

it('has an example that each rule finds, and one that it leaves alone', async () => {
  for (const { id } of RULES) {
    const { invalid, valid } = examplesOf(id);
    expect(await pure.lint(bpmn(diagramOf(invalid[0])), id), id).not.toEqual([]);
    expect(await pure.lint(bpmn(diagramOf(valid[0])), id), id).toEqual([]);
  }
});
