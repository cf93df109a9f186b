import { eventRule } from '../rule/event-rule.ts';

/** Parts that are not known count as nothing: the event is at least as large as the message says. */
export const rule = eventRule({
  id: 'event-large',
  title: 'The event is large for some targets',
  severity: 'warning',
});
