import { typesOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { typesText } from '../feel/words.ts';
import { errorCalls } from '../rule/error-calls.ts';
import { ERROR_FUNCTIONS } from '../rule/error-functions.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'error-variables',
  title: 'Error variables that are no context',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header) return [];
    const { offset } = header.expression;
    return ERROR_FUNCTIONS.flatMap((errorFunction) =>
      errorCalls(task, errorFunction).flatMap(({ args = [] }) => {
        const variables = args[errorFunction.variables];
        const types = variables && typesOf(variables);
        if (!variables || !types || types.has('context') || [...types].every((type) => type === 'null')) return [];
        return [
          {
            message: message({
              wrong: `The variables of ${errorFunction.name} must be a context`,
              found: typesText(types),
              instead: 'Write for example {reason: error.message}.',
            }),
            at: header.at,
            range: { from: variables.from + offset, to: variables.to + offset },
          },
        ];
      }),
    );
  },
});
