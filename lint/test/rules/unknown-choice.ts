import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  what: 'The authentication type is none that a connector knows.',
  why: 'The worker refuses it: the job becomes an incident.',
  source:
    'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#aws-authentication-types',
  mend: 'Write "credentials" or "defaultCredentialsChain".',
  invalid: [
    {
      name: 'a slip',
      task: { inputs: { 'authentication.type': 'credential' } },
      finds: [{ field: 'authentication.type', fix: 'Replace with credentials' }],
    },
    { name: 'something else', task: { inputs: { 'authentication.type': 'oauth' } }, finds: [{ fix: null }] },
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
    { name: 'an expression', task: { inputs: { 'authentication.type': '=auth' } } },
  ],
};
