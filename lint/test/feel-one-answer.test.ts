import { checkExpressions, evaluateInputs } from '@eventbridge-kit/connector';
import { evaluate, evaluateStaticText, type FeelWorld } from 'camunda-feel';
import { describe, expect, it } from 'vitest';
import { checkDiagram, configure, readDiagram } from '../src/core.ts';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { CASES, VARIABLES } from '@eventbridge-kit/testkit/feel/one-answer';

const world: FeelWorld = { now: () => ({ epochMs: 0 }), random: () => 0, uuid: () => 'u' };

/** Refused because mappings are joined to one text, which an expression alone does not know. */
const ENDS_IN_A_COMMENT = /}\s*\/\/[^\n]*$/;

/** Findings that say that the engine refuses a text. */
const REFUSALS = new Set(['feel-syntax', 'feel-comment-at-end', 'static-text-escape']);

async function rulesOf(inputs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const diagram = readDiagram(await parse(bpmn({ tasks: [{ inputs }] })));
  return checkDiagram(diagram, configure('strict')).map(({ rule }) => rule);
}

describe('one answer', () => {
  it.each(CASES)('of the room of FEEL: %s', (source, answer) => {
    if (ENDS_IN_A_COMMENT.test(source)) return;
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
      if (typeof answer === 'object' || !isKnownBefore || ENDS_IN_A_COMMENT.test(source)) expect(issues).toEqual([]);
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
