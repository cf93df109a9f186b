import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'endpoint-format',
  title: 'Not an endpoint address',
  severity: 'error',
});
