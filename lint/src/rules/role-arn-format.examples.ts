import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The role to assume is not named by the ARN of an IAM role.',
  why: 'The worker refuses it: the job becomes an incident before anything is sent.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  remedy: 'Write the whole ARN of the role.',
  invalid: [
    {
      name: 'the name alone',
      task: { inputs: { 'authentication.roleArn': 'event-sender' } },
      finds: [{ field: 'authentication.roleArn', fix: null }],
    },
    { name: 'a user', task: { inputs: { 'authentication.roleArn': 'arn:aws:iam::123456789012:user/sender' } } },
    {
      name: 'white space around it',
      task: { inputs: { 'authentication.roleArn': '="arn:aws:iam::123456789012:role/sender "' } },
      finds: [{ fix: 'Remove the white space' }],
    },
  ],
  valid: [
    { name: 'an ARN', task: { inputs: { 'authentication.roleArn': 'arn:aws:iam::123456789012:role/sender' } } },
    { name: 'in China', task: { inputs: { 'authentication.roleArn': 'arn:aws-cn:iam::123456789012:role/a/sender' } } },
    { name: 'a secret', task: { inputs: { 'authentication.roleArn': '{{secrets.ROLE_ARN}}' } } },
    { name: 'a variable', task: { inputs: { 'authentication.roleArn': '=tenant.role' } } },
    { name: 'none', task: { inputs: { 'authentication.roleArn': '' } } },
  ],
};
