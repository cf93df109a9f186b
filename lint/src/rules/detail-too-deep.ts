import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'detail-too-deep',
  title: 'The payload is nested too deep',
  severity: 'error',
});
