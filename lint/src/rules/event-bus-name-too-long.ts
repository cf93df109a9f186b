import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-name-too-long',
  title: 'The event bus name is too long',
  severity: 'error',
});
