import { eventRule } from '../rule/event-rule.ts';
import { meansTime } from '../rule/missing-equals.ts';

export const rule = eventRule({
  id: 'time-format',
  title: 'Not an RFC 3339 time',
  severity: 'error',
  unless: meansTime,
});
