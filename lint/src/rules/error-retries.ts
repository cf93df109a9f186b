import { message } from '@eventbridge-kit/issue';
import { argumentValues, errorCalls } from '../rule/error-calls.ts';
import { JOB_ERROR } from '../rule/error-functions.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

const RETRIES = 2;

export const rule = defineRule({
  id: 'error-retries',
  title: 'Wrong retries of jobError',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header) return [];
    return errorCalls(task, JOB_ERROR).flatMap((call) =>
      argumentValues(header, call, RETRIES).values.flatMap(({ value, from, to }) =>
        value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0)
          ? []
          : [
              {
                message: message({
                  wrong: 'The retries of jobError must be a whole number of 0 or more',
                  found: JSON.stringify(value),
                  instead: 'Write for example job.retries - 1.',
                }),
                at: header.at,
                range: { from, to },
              },
            ],
      ),
    );
  },
});
