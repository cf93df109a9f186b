import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task has an external id, and no role to assume.',
  why: 'An external id is sent only when a role is assumed: here it does nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  remedy: 'Write the ARN of the role, or remove the external id.',
  invalid: [
    {
      name: 'no role',
      task: { inputs: { 'authentication.externalId': 'camunda' } },
      finds: [{ field: 'authentication.externalId', fix: 'Remove the external id' }],
    },
  ],
  valid: [
    {
      name: 'with a role',
      task: {
        inputs: {
          'authentication.externalId': 'camunda',
          'authentication.roleArn': 'arn:aws:iam::123456789012:role/sender',
        },
      },
    },
    {
      name: 'a role that is not known',
      task: { inputs: { 'authentication.externalId': 'camunda', 'authentication.roleArn': '=role' } },
    },
  ],
};
