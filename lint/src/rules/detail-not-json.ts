import { eventIssues } from '../rule/event-issues.ts';
import { meansFeel } from '../rule/missing-equals.ts';
import { defineRule } from '../rule/rule.ts';

const ID = 'detail-not-json';

export const rule = defineRule({
  id: ID,
  title: 'The payload is not JSON',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    eventIssues(task, ID, []).flatMap(({ issue: { message, field }, field: at }) =>
      // A FEEL expression without its `=` has a rule of its own.
      at && meansFeel(at) ? [] : [{ message, field, ...(at && { at }) }],
    ),
});
