import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'resource-too-long',
  title: 'The resource is too long',
  severity: 'error',
});
