import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from '@eventbridge-kit/testkit/parse';
import { LiveDiagrams } from './live-diagrams.ts';
import { NativeProblems } from './native-problems.ts';

const broken = await parse(readFileSync(new URL('../../../../lint/examples/broken.bpmn', import.meta.url), 'utf8'));

it('look at a diagram that no editor has open', () => {
  const { config, resolver } = new NativeProblems(new LiveDiagrams()).plugin;
  const rows: object[] = [];
  for (const name of Object.keys(config.rules)) {
    const [packageName = '', ruleName = ''] = name.includes('/')
      ? ['bpmnlint-plugin-eventbridge', name.split('/')[1]]
      : ['bpmnlint', name];
    const rule = resolver.resolveRule(packageName, ruleName)();
    rule.check(broken, { report: (id, message, context) => rows.push({ id, message, ...context }) });
  }
  expect(rows).toHaveLength(8);
  expect(rows).toContainEqual(
    expect.objectContaining({ id: 'PublishOrderEvent', name: 'Publish order event: configuration.region' }),
  );
});

it('leave rules and configurations of others to others', () => {
  const { resolver } = new NativeProblems(new LiveDiagrams()).plugin;
  expect(() => resolver.resolveRule('bpmnlint', 'label-required')).toThrow();
  expect(() => resolver.resolveRule('bpmnlint-plugin-eventbridge', 'no-such-rule')).toThrow();
  expect(() => resolver.resolveConfig('bpmnlint-plugin-eventbridge', 'recommended')).toThrow();
});

it('come first of all rules with the one that lets ours stand', () => {
  const { config } = new NativeProblems(new LiveDiagrams()).plugin;
  expect(Object.keys({ 'camunda-compat/feel': 'error', ...config.rules })[0]).toBe('0');
});
