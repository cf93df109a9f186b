import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

const inDetail = { 'input.idempotencyId': 'detail', 'input.idempotencyField': 'idempotencyId' };

export const examples: RuleExamples = {
  what: 'The payload has the key already that should hold the idempotency id.',
  why: 'One of the two values would be lost, so the worker refuses the task: the job becomes an incident.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write another key for the id, or take the key out of the payload.',
  invalid: [
    {
      name: 'in JSON text',
      task: { inputs: { ...inDetail, 'input.detail': '{"orderId": 7, "idempotencyId": "mine"}' } },
      finds: [{ field: 'input.idempotencyField', message: '"idempotencyId"' }],
    },
    {
      name: 'in a context with values that are not known',
      task: { inputs: { ...inDetail, 'input.detail': '={orderId: order.id, idempotencyId: order.key}' } },
      finds: [{ field: 'input.idempotencyField', message: '"idempotencyId"' }],
    },
    { name: 'in a FEEL context', task: { inputs: { ...inDetail, 'input.detail': '={idempotencyId: "mine"}' } } },
  ],
  valid: [
    { name: 'another key', task: { inputs: { ...inDetail, 'input.detail': '{"orderId": 7}' } } },
    { name: 'deeper in the payload', task: { inputs: { ...inDetail, 'input.detail': '{"a": {"idempotencyId": 1}}' } } },
    { name: 'a payload that is not known', task: { inputs: { ...inDetail, 'input.detail': '=order' } } },
    {
      name: 'as a resource',
      task: { inputs: { 'input.idempotencyId': 'resource', 'input.detail': '{"idempotencyId": 1}' } },
    },
  ],
};
