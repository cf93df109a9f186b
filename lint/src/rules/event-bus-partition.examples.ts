import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The ARN\'s partition (the part after "arn:") is not that of its region.',
  why: 'AWS keeps China, GovCloud and other partitions apart: there is no such bus.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  remedy: 'Write the partition of the region.',
  invalid: [
    {
      name: 'a bus in China',
      task: {
        inputs: {
          'configuration.region': 'cn-north-1',
          'input.eventBusName': 'arn:aws:events:cn-north-1:123456789012:event-bus/orders',
        },
      },
      finds: [{ field: 'input.eventBusName', fix: 'Replace with arn:aws-cn' }],
    },
  ],
  valid: [
    {
      name: 'a bus in China',
      task: {
        inputs: {
          'configuration.region': 'cn-north-1',
          'input.eventBusName': 'arn:aws-cn:events:cn-north-1:123456789012:event-bus/orders',
        },
      },
    },
  ],
};
