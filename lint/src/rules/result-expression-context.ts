import { typesText } from '../feel/feel-type.ts';
import { typesOf } from '../feel/types.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { message } from '../rule/message.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'result-expression-context',
  title: 'The result expression gives no context',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'resultExpression');
    const { root, text, offset } = header?.expression ?? {};
    const types = root && text !== undefined ? typesOf(root, text.slice(offset)) : undefined;
    // Null means that nothing is stored.
    if (!header || !types || types.has('context') || [...types].every((type) => type === 'null')) return [];
    return [
      {
        message: message(
          'The result expression must give a context',
          typesText(types),
          'Name the variables, for example ={eventId: response.entries[1].eventId}.',
        ),
        at: header.at,
      },
    ];
  },
});
