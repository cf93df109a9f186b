import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'detail-required',
  title: 'The payload is missing',
  severity: 'error',
});
