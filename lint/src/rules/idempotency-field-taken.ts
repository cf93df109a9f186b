import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'idempotency-field-taken',
  title: 'Key for the idempotency id is in the payload already',
  severity: 'error',
  needs: ['input.detail'],
});
