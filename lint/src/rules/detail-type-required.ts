import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'detail-type-required',
  title: 'The detail type is missing',
  severity: 'error',
});
