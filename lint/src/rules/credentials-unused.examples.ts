import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task uses the default credentials chain, and has keys too.',
  why: 'The keys have no effect; the events go out under another identity than the reader thinks.',
  source:
    'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#aws-authentication-types',
  remedy: 'Remove the keys, or choose "Credentials".',
  invalid: [
    {
      name: 'both keys',
      task: { inputs: { 'authentication.type': 'defaultCredentialsChain' } },
      finds: [{ field: 'authentication.accessKey', fix: 'Remove it' }, { field: 'authentication.secretKey' }],
    },
  ],
  valid: [
    {
      name: 'empty keys',
      task: {
        inputs: {
          'authentication.type': 'defaultCredentialsChain',
          'authentication.accessKey': '',
          'authentication.secretKey': '',
        },
      },
    },
    { name: 'credentials', task: {} },
  ],
};
