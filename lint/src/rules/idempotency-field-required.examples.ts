import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The payload should carry an idempotency id, and no key is named for it.',
  why: 'The worker refuses the task: the job becomes an incident.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write the key, for example idempotencyId.',
  invalid: [
    {
      name: 'no key',
      task: { inputs: { 'input.idempotencyId': 'detail' } },
      finds: [{ field: 'input.idempotencyField', fix: 'Use idempotencyId' }],
    },
    { name: 'an empty key', task: { inputs: { 'input.idempotencyId': 'detail', 'input.idempotencyField': ' ' } } },
  ],
  valid: [
    { name: 'a key', task: { inputs: { 'input.idempotencyId': 'detail', 'input.idempotencyField': 'idempotencyId' } } },
    { name: 'no id', task: {} },
    { name: 'a key', task: { inputs: { 'input.idempotencyId': 'detail', 'input.idempotencyField': 'sentBy' } } },
    { name: 'an expression', task: { inputs: { 'input.idempotencyId': 'detail', 'input.idempotencyField': '=key' } } },
    { name: 'a resource', task: { inputs: { 'input.idempotencyId': 'resource' } } },
  ],
};
