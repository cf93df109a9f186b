import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-partition',
  title: "The ARN's partition is not that of its region",
  severity: 'error',
});
