import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'resource-empty',
  title: 'Empty resource',
  severity: 'error',
});
