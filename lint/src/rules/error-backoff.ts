import { leavesOf, type Node, type TextRange } from 'camunda-feel';
import { parseDurationMs } from '@eventbridge-kit/connector';
import { suggestDuration } from '../rule/durations.ts';
import { errorCalls } from '../rule/error-calls.ts';
import { JOB_ERROR } from '../rule/error-functions.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const BACKOFF = 3;

export const rule = defineRule({
  id: 'error-backoff',
  title: 'Wrong retry backoff of jobError',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header) return [];
    const { at, expression } = header;
    const source = expression.text.slice(expression.offset);
    return errorCalls(task, JOB_ERROR).flatMap(({ args = [] }) => {
      const backoff = args[BACKOFF];
      return (backoff ? leavesOf(backoff) : []).flatMap((leaf) => {
        const literal = literalIn(leaf, source);
        if (!literal) return [];
        const { written } = literal;
        const duration = parseDurationMs(written);
        if (duration.ok) return [];
        const range = { from: literal.from + expression.offset, to: literal.to + expression.offset };
        const right = suggestDuration(written);
        return [
          {
            message: `The retry backoff of jobError is wrong. ${duration.message}`,
            at,
            range,
            ...(right !== undefined && {
              fix: replaceRange(`Replace with ${right}`, at, range, JSON.stringify(right), task),
            }),
          },
        ];
      });
    });
  },
});

interface Literal extends TextRange {
  readonly written: string;
}

/** A number or string, or the string in duration("...") and @"...". */
function literalIn(leaf: Node, source: string): Literal | undefined {
  const { from, to } = leaf;
  if (leaf.kind === 'string') return { written: leaf.value, from, to };
  if (leaf.kind === 'number') return { written: source.slice(from, to), from, to };
  return leaf.kind === 'temporal' ? { written: leaf.text, ...leaf.quoted } : undefined;
}
