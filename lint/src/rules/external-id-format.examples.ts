import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The external id is shorter than AWS takes it, or has characters that AWS does not take.',
  why: 'The worker refuses it: the job becomes an incident before anything is sent.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  remedy: "Write the external id as the role's trust policy has it.",
  invalid: [
    {
      name: 'a space',
      task: {
        inputs: {
          'authentication.roleArn': 'arn:aws:iam::123456789012:role/sender',
          'authentication.externalId': 'camunda production',
        },
      },
      finds: [{ field: 'authentication.externalId', fix: null }],
    },
    {
      name: 'a blank at its end',
      task: { inputs: { 'authentication.externalId': 'camunda ' } },
      finds: [{ fix: 'Remove the white space' }],
    },
    { name: 'one character', task: { inputs: { 'authentication.externalId': 'x' } } },
  ],
  valid: [
    {
      name: 'words with dashes',
      task: {
        inputs: {
          'authentication.roleArn': 'arn:aws:iam::123456789012:role/sender',
          'authentication.externalId': 'camunda-production',
        },
      },
    },
    { name: 'an id', task: { inputs: { 'authentication.externalId': 'camunda:production/1@example.com' } } },
    { name: 'a variable', task: { inputs: { 'authentication.externalId': '=tenant.id' } } },
    { name: 'none', task: { inputs: { 'authentication.externalId': '' } } },
  ],
};
