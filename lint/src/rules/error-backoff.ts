import { parseDurationMs } from '@eventbridge-kit/connector';
import type { SyntaxNode } from '@lezer/common';
import { stringValue } from '../feel/nodes.ts';
import { leavesOf } from '../feel/leaves.ts';
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
        const literal = literalIn(leaf);
        if (!literal) return [];
        const written =
          literal.name === 'StringLiteral' ? stringValue(literal, source) : source.slice(literal.from, literal.to);
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

/** A number or string, or the string in duration("...") and @"...". */
function literalIn(leaf: SyntaxNode): SyntaxNode | undefined {
  if (leaf.name === 'StringLiteral' || leaf.name === 'NumericLiteral') return leaf;
  if (leaf.name !== 'DateTimeLiteral') return undefined;
  const cursor = leaf.cursor();
  while (cursor.next() && cursor.to <= leaf.to) if (cursor.name === 'StringLiteral') return cursor.node;
  return undefined;
}
