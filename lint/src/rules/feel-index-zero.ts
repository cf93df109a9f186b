import { message } from '@eventbridge-kit/issue';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'feel-index-zero',
  title: 'FEEL counts from 1',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, expression }) =>
      (expression.root ? expression.zeroIndexes : []).map((range) => ({
        message: message({
          wrong: 'A list has no item 0 in FEEL, so this gives null',
          found: '[0]',
          instead: 'Write [1] for the first item.',
        }),
        at,
        field,
        range,
        fix: replaceRange('Replace with [1]', at, range, '1', task),
      })),
    ),
});
