import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task names a key for an idempotency id in the payload, and the payload gets none.',
  why: 'A consumer that looks for the id there does not find it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Choose the payload as the place for the idempotency id, or remove the key.',
  invalid: [
    {
      name: 'no idempotency id',
      task: { inputs: { 'input.idempotencyField': 'idempotencyId' } },
      finds: [{ field: 'input.idempotencyField', fix: 'Remove the key' }],
    },
    {
      name: 'the id is a resource',
      task: { inputs: { 'input.idempotencyId': 'resource', 'input.idempotencyField': 'idempotencyId' } },
      finds: [{ message: 'as a resource' }],
    },
  ],
  valid: [
    {
      name: 'in the payload',
      task: { inputs: { 'input.idempotencyId': 'detail', 'input.idempotencyField': 'idempotencyId' } },
    },
    {
      name: 'a place that is not known',
      task: { inputs: { 'input.idempotencyId': '=place', 'input.idempotencyField': 'idempotencyId' } },
    },
    { name: 'neither', task: {} },
  ],
};
