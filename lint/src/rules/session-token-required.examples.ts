import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The access key is a temporary one (it starts with "ASIA"), and there is no session token.',
  why: 'AWS refuses temporary keys without their token.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
  remedy: 'Write the token as a secret.',
  invalid: [
    {
      name: 'a temporary key',
      task: { inputs: { 'authentication.accessKey': 'ASIAIOSFODNN7EXAMPLE' } },
      finds: [{ field: 'authentication.sessionToken', fix: 'Use {{secrets.AWS_SESSION_TOKEN}}' }],
    },
  ],
  valid: [
    {
      name: 'with its token',
      task: {
        inputs: {
          'authentication.accessKey': 'ASIAIOSFODNN7EXAMPLE',
          'authentication.sessionToken': '{{secrets.TOKEN}}',
        },
      },
    },
    { name: 'a long-lived key', task: { inputs: { 'authentication.accessKey': 'AKIAIOSFODNN7EXAMPLE' } } },
    { name: 'a secret', task: {} },
  ],
};
