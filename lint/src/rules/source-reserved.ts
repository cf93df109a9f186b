import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'source-reserved',
  title: 'Reserved source',
  severity: 'error',
});
