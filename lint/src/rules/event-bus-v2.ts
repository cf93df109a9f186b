import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-v2',
  title: 'EventBridge v2 bus',
  severity: 'error',
});
