import { RULES, type RuleSetting } from 'bpmnlint-plugin-eventbridge/core';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '@eventbridge-kit/testkit/lint/all-examples';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { diagramOf } from '@eventbridge-kit/testkit/lint/example';
import type { Host } from '@eventbridge-kit/testkit/lint/hosts/host';
import { pure } from '@eventbridge-kit/testkit/lint/hosts/pure';
import { parse } from '@eventbridge-kit/testkit/parse';
import type { ModdleElement } from '../src/host/moddle.ts';
import { ValidationBench } from './validation.ts';

/** Live validation as a host of the rules: what it knows once it has settled. */
const plugin: Host = {
  name: 'bpmn-js-eventbridge',
  async lint(xml, ruleId) {
    const rules = RULES.map(({ id, severity }): [string, RuleSetting] => [id, id === ruleId ? severity : 'off']);
    const definitions = (await parse(xml)) as ModdleElement; // with the zeebe descriptors, as a modeler reads it
    const bench = new ValidationBench(definitions, { rules: Object.fromEntries(rules) });
    await bench.import();
    return bench.validation.issues().map(({ rule, severity, elementId, message, fix, path }) => ({
      rule,
      severity,
      elementId,
      message,
      ...(fix && { fix: fix.title }),
      ...(path && { path }),
    }));
  },
};

/** Every example of every rule, as in the rules' own suite: live validation shows the same, word for word. */
describe(plugin.name, () => {
  it.each(RULES)('finds what the rule $id finds', async ({ id }) => {
    const { invalid, valid } = examplesOf(id);
    for (const example of [...invalid, ...valid]) {
      const xml = bpmn(diagramOf(example));
      expect(await plugin.lint(xml, id), example.name).toEqual(await pure.lint(xml, id));
    }
  });
});
