import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'region-unknown',
  title: 'Unknown region',
  severity: 'warning',
});
