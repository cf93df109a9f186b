import { leavesOf, typesOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { typesText } from '../feel/words.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'result-expression-context',
  title: 'The result expression gives no context',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'resultExpression');
    if (!header?.expression.root) return [];
    const { root, offset } = header.expression;
    return leavesOf(root).flatMap((leaf) => {
      const types = typesOf(leaf);
      // Null means that nothing is stored.
      if (!types || types.has('context') || [...types].every((type) => type === 'null')) return [];
      return [
        {
          message: message({
            wrong: 'The result expression must give a context',
            found: typesText(types),
            instead: 'Name the variables, for example ={eventId: response.entries[1].eventId}.',
          }),
          at: header.at,
          range: { from: leaf.from + offset, to: leaf.to + offset },
        },
      ];
    });
  },
});
