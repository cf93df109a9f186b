import { parseDurationMs } from '@eventbridge-kit/connector';
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
        // The string itself, or the one in duration("...") and @"...".
        const cursor = leaf.name === 'DateTimeLiteral' ? leaf.cursor() : undefined;
        let literal = leaf.name === 'StringLiteral' ? leaf : undefined;
        while (!literal && cursor?.next() && cursor.to <= leaf.to) {
          if (cursor.name === 'StringLiteral') literal = cursor.node;
        }
        const duration = literal ? parseDurationMs(stringValue(literal, source)) : undefined;
        if (!literal || !duration || duration.ok) return [];
        const range = { from: literal.from + expression.offset, to: literal.to + expression.offset };
        const right = suggestDuration(stringValue(literal, source));
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
