import { checkExpressions, evaluateInputs } from '@eventbridge-kit/connector';
import { evaluate, evaluateStaticText, type FeelWorld } from '@eventbridge-kit/feel';
import { describe, expect, it } from 'vitest';
import { checkDiagram, configure, readDiagram } from '../src/core.ts';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';

const world: FeelWorld = { now: () => ({ epochMs: 0 }), random: () => 0, uuid: () => 'u' };

const VARIABLES = {
  order: { id: 'A-1', items: [{ qty: 2 }] },
  text: 'x'.repeat(453) + ' is not authorized to perform PutEvents',
};

/** What the engine makes of a mapping, in all rooms alike. */
type Answer = { readonly value: unknown } | 'refused' | 'unknown';

const CASES: readonly (readonly [source: string, answer: Answer])[] = [
  [String.raw`="aws\.orders"`, { value: String.raw`aws\.orders` }],
  [String.raw`="\u0061ws.orders"`, { value: String.raw`\u0061ws.orders` }],
  [String.raw`={a: "one\ntwo \\ \d"}`, { value: { a: 'one\ntwo \\ \\d' } }],
  ['={@type: "x"}', { value: { '@type': 'x' } }],
  ['={1st: 1}', { value: { '1st': 1 } }],
  ['={`kebab-key`: 1}', { value: { 'kebab-key': 1 } }],
  ['={order id: order.id}', { value: { 'order id': 'A-1' } }],
  ['={a+b: 1, a.b: 2}', { value: { 'a+b': 1, 'a.b': 2 } }],
  ['={"a\\nb": 1}', { value: { 'a\\nb': 1 } }],
  ['={a: 1} // note', 'refused'],
  ['={a: 1} /* note */', { value: { a: 1 } }],
  ['={a: 1} // note\n', { value: { a: 1 } }],
  ['={a: "http://x"}', { value: { a: 'http://x' } }],
  ['={a: 1e3}', 'refused'],
  ["='x'", 'refused'],
  ['={a: }', 'refused'],
  ['={a: 0.1 + 0.2}', { value: { a: 0.3 } }],
  ['={a: order.items.qty}', { value: { a: [2] } }],
  ['={a: matches(text, ".*not authorized.*PutEvents.*")}', { value: { a: true } }],
  ['={a: matches("Rate exceeded", "(?i)rate exceeded")}', { value: { a: true } }],
  ['={a: matches("ü", "\\\\p{L}+")}', { value: { a: true } }],
  ['={a: matches("aaaaaaaaaaaaaaaaaaaaaaaa!", "^(a|a|a|a)*$")}', { value: { a: false } }],
  ['={a: matches("ab", "a(?=b)")}', 'unknown'],
  ['={a: matches("b", "[a-z&&[^b]]")}', 'unknown'],
  ['={a: count(for i in 1..9999999 return i)}', 'unknown'],
  [String.raw`{"q":"say \"hi\""}`, 'refused'],
  [String.raw`{"nl":"a\nb"}`, { value: '{"nl":"a\nb"}' }],
  ['{"orderId": 42}', { value: '{"orderId": 42}' }],
];

/** Findings that say that the engine refuses a text. */
const REFUSALS = new Set(['feel-syntax', 'feel-comment-at-end', 'static-text-escape']);

async function rulesOf(inputs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const diagram = readDiagram(await parse(bpmn({ tasks: [{ inputs }] })));
  return checkDiagram(diagram, configure('strict')).map(({ rule }) => rule);
}

describe('one answer', () => {
  it.each(CASES)('of the room of FEEL: %s', (source, answer) => {
    // The comment is refused because mappings are joined, which an expression alone does not know.
    if (source.endsWith('// note')) return;
    const result = source.startsWith('=')
      ? evaluate(source.slice(1), { variables: VARIABLES, world })
      : evaluateStaticText(source);
    if (typeof answer === 'object') expect(result).toMatchObject({ status: 'ok', value: answer.value });
    else expect(result.status).toMatch(answer === 'refused' ? /^refused$/ : /^(?:unknown|exceeded)$/);
  });

  it.each(CASES)('of preview and test send: %s', (source, answer) => {
    const [field] = evaluateInputs([{ target: 'input.detail', source }], VARIABLES, world).fields;
    if (typeof answer === 'object') expect(field).toMatchObject({ status: 'ok', value: answer.value });
    else expect(field?.status).toBe(answer === 'refused' ? 'failed' : 'unknown');
  });

  it.each(CASES)('of the lint rules: %s', async (source, answer) => {
    const rules = await rulesOf({ 'input.detail': source });
    const refused = rules.filter((rule) => REFUSALS.has(rule));
    if (answer === 'refused') expect(refused).not.toEqual([]);
    else if (source.startsWith('=')) expect(refused).toEqual([]);
  });

  it.each(CASES.filter(([source]) => source.startsWith('=')))(
    'of the worker, before anything is sent: %s',
    (source, answer) => {
      const issues = checkExpressions({ resultExpression: source });
      const isKnownBefore = answer !== 'unknown' || source.includes('matches');
      if (typeof answer === 'object' || !isKnownBefore || source.endsWith('// note')) expect(issues).toEqual([]);
      else expect(issues).toMatchObject([{ severity: 'error' }]);
    },
  );

  it.each([String.raw`="aws\.orders"`, String.raw`="\u0061ws.orders"`])(
    'of the lint rules about a source that only looks reserved: %s',
    async (source) => {
      expect(await rulesOf({ 'input.source': source })).not.toContain('source-reserved');
    },
  );
});
