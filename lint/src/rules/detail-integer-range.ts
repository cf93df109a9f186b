import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'detail-integer-range',
  title: 'Integer out of range',
  severity: 'error',
});
