import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'source-too-long',
  title: 'The source is too long',
  severity: 'error',
});
