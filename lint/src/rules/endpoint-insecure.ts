import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'endpoint-insecure',
  title: 'The endpoint is plain http',
  severity: 'error',
});
