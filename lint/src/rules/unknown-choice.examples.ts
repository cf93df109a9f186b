import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The authentication type, or the place of the idempotency id, is none that a connector knows.',
  why: 'The worker refuses it: the job becomes an incident.',
  source:
    'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#aws-authentication-types',
  remedy: 'Write "credentials" or "defaultCredentialsChain"; for the id "detail" or "resource".',
  invalid: [
    {
      name: 'a slip',
      task: { inputs: { 'authentication.type': 'credential' } },
      finds: [{ field: 'authentication.type', fix: 'Replace with credentials' }],
    },
    { name: 'something else', task: { inputs: { 'authentication.type': 'oauth' } }, finds: [{ fix: null }] },
    {
      name: 'a place for the idempotency id',
      task: { inputs: { 'input.idempotencyId': 'details' } },
      finds: [{ field: 'input.idempotencyId', fix: 'Replace with detail' }],
    },
  ],
  valid: [
    { name: 'credentials', task: {} },
    {
      name: 'the chain',
      task: {
        inputs: {
          'authentication.type': 'defaultCredentialsChain',
          'authentication.accessKey': null,
          'authentication.secretKey': null,
        },
      },
    },
    { name: 'an id as a resource', task: { inputs: { 'input.idempotencyId': 'resource' } } },
    { name: 'an expression', task: { inputs: { 'authentication.type': '=auth' } } },
  ],
};
