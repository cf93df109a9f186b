import { constantOf } from '../feel/constant.ts';
import { expressionOf } from '../feel/expression.ts';
import { isFeel } from '../model/value.ts';
import { message, quote } from '../rule/message.ts';
import { defineRule } from '../rule/rule.ts';

/** Retries are a 32-bit integer in the engine's interface. */
// https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#failjob-rpc
const MAX_RETRIES = 2_147_483_647;

export const rule = defineRule({
  id: 'retries-format',
  title: 'Retries are no whole number',
  severity: 'error',
  scope: 'task',
  check({ retries }) {
    const value = retries && numberOf(retries.text);
    if (!retries || value === undefined || (Number.isInteger(value) && value >= 0 && value <= MAX_RETRIES)) return [];
    const digits = /\d+/.exec(retries.text)?.[0] ?? '3';
    return [
      {
        message: message('Retries must be a whole number of 0 or more', quote(retries.text), 'Write for example 3.'),
        at: retries,
        field: 'retries',
        fix: { title: `Replace with ${digits}`, edits: [{ kind: 'set-retries', text: digits }] },
      },
    ];
  },
});

/** The number; NaN where it is surely none; undefined where it is not known. */
function numberOf(text: string): number | undefined {
  if (!isFeel(text)) return /^\s*$/.test(text) ? undefined : Number(text);
  const root = expressionOf(text)?.root;
  const constant = root && constantOf(root, text.slice(1));
  if (!constant) return undefined;
  return typeof constant.value === 'number' ? constant.value : NaN;
}
