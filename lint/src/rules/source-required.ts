import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'source-required',
  title: 'The source is missing',
  severity: 'error',
});
