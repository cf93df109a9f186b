import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'region-format',
  title: 'Not an AWS region',
  severity: 'error',
});
