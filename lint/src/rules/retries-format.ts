import { constantOf, leavesOf, typesOf } from 'camunda-feel';
import { message, quote } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import { isFeel } from '../model/value.ts';
import { defineRule } from '../rule/rule.ts';

/** Retries are a 32-bit integer in the engine's interface. */
// https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#failjob-rpc
const MAX_RETRIES = 2_147_483_647;

/** What the engine takes where a task states nothing. */
// https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition
const USUAL_RETRIES = '3';

export const rule = defineRule({
  id: 'retries-format',
  title: 'Retries are no whole number',
  severity: 'error',
  scope: 'task',
  check({ retries }) {
    const value = retries && numberOf(retries.text);
    if (!retries || value === undefined || (Number.isInteger(value) && value >= 0 && value <= MAX_RETRIES)) return [];
    const written = /\d+/.exec(retries.text)?.[0] ?? '';
    const digits = written === '' || Number(written) > MAX_RETRIES ? USUAL_RETRIES : written;
    return [
      {
        message: message({
          wrong: 'Retries must be a whole number of 0 or more',
          found: quote(retries.text),
          instead: 'Write for example 3.',
        }),
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
  if (!root) return undefined;
  const constant = constantOf(root);
  if (constant) return typeof constant.value === 'number' ? constant.value : NaN;
  // One branch that gives something else is a mistake, whatever the others give.
  const isWrong = leavesOf(root).some((leaf) => !(typesOf(leaf)?.has('number') ?? true));
  return isWrong ? NaN : undefined;
}
