import { message, quote } from '@eventbridge-kit/issue';
import { replaceRange } from '../rule/fields.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'feel-comment-at-end',
  title: 'A line comment at the end',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, text, expression }) => {
      const { commentAtEnd: range, problem } = expression;
      // Only mappings are joined; an expression that stands alone may end as it likes.
      if (!range || problem || !('place' in at) || at.place === 'header') return [];
      const comment = text.slice(range.from, range.to);
      const note = comment.slice(2).trim();
      const right = note.includes('*/') ? `${comment}\n` : note === '' ? '' : `/* ${note} */`;
      return [
        {
          message: message({
            wrong:
              'The engine joins the mappings of a task to one expression, and refuses the diagram where this comment hides the rest',
            found: quote(comment),
            instead: 'Write it as /* comment */, or put a line break behind it.',
          }),
          at,
          field,
          range,
          fix: replaceRange('Close the comment', at, range, right, task),
        },
      ];
    }),
});
