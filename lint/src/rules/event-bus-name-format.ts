import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-name-format',
  title: 'Not an event bus name',
  severity: 'error',
});
