import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'trace-header-too-long',
  title: 'The trace header is too long',
  severity: 'error',
});
