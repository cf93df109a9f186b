import { type FeelType, leavesOf, typesOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { typesText } from '../feel/words.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

/** What is no error in any form. */
const NO_ERROR: readonly FeelType[] = ['string', 'number', 'boolean', 'list', 'temporal', 'range', 'function'];

export const rule = defineRule({
  id: 'error-expression-result',
  title: 'The error expression gives no error',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header?.expression.root) return [];
    const { root, offset } = header.expression;
    return leavesOf(root).flatMap((leaf) => {
      const types = typesOf(leaf);
      if (!types || ![...types].some((type) => NO_ERROR.includes(type))) return [];
      return [
        {
          message: message({
            wrong: 'The error expression must give null or an error',
            found: typesText(types),
            instead:
              'Write bpmnError(...), jobError(...), ignoreError(...) or null, for example behind "then" and "else".',
          }),
          at: header.at,
          range: { from: leaf.from + offset, to: leaf.to + offset },
        },
      ];
    });
  },
});
