import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'region-required',
  title: 'The region is missing',
  severity: 'error',
});
