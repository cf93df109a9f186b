import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'idempotency-field-required',
  title: 'Key for the idempotency id missing',
  severity: 'error',
});
