import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'time-format',
  title: 'Not an RFC 3339 time',
  severity: 'error',
});
