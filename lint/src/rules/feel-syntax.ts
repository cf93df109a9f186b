import { message } from '@eventbridge-kit/issue';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';
import { unquotedReferences } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'feel-syntax',
  title: 'Not a FEEL expression',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, expression }) => {
      const { problem } = expression;
      // A secret outside quotes breaks the syntax too; it has a rule of its own, which can fix it.
      if (!problem || unquotedReferences(expression).length > 0) return [];
      const { line, column, found, hint, from, to } = problem;
      return [
        {
          message: message({
            wrong: `The expression is not valid FEEL (line ${line}, column ${column})`,
            found,
            instead: hint ?? 'Write a whole expression, for example ={orderId: order.id}.',
          }),
          at,
          field,
          range: { from, to },
        },
      ];
    }),
});
