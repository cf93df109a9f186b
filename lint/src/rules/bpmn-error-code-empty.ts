import { message } from '@eventbridge-kit/issue';
import { argumentValues, errorCalls } from '../rule/error-calls.ts';
import { BPMN_ERROR } from '../rule/error-functions.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'bpmn-error-code-empty',
  title: 'BPMN error without a code',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header) return [];
    return errorCalls(task, BPMN_ERROR).flatMap((call) =>
      argumentValues(header, call, 0).values.flatMap(({ value, from, to }) =>
        value === null || (typeof value === 'string' && value.trim() === '')
          ? [
              {
                message: message({
                  wrong: 'A BPMN error without a code cannot be thrown',
                  found: value === null ? 'null' : 'an empty code',
                  instead: 'Write a code, for example bpmnError("EVENT_REJECTED").',
                }),
                at: header.at,
                range: { from, to },
              },
            ]
          : [],
      ),
    );
  },
});
