import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-name-required',
  title: 'The event bus is missing',
  severity: 'error',
});
