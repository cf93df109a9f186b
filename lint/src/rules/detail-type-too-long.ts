import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'detail-type-too-long',
  title: 'The detail type is too long',
  severity: 'error',
});
