import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The ARN of the bus names another region than the field "Region".',
  why: 'The call goes to the region of the field, which does not have this bus.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: "Write the ARN's region into the field, or the ARN of a bus in the field's region.",
  invalid: [
    {
      name: 'two regions',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:us-east-1:123456789012:event-bus/orders' } },
      finds: [{ field: 'configuration.region', fix: 'Replace with us-east-1' }],
    },
    {
      name: 'as FEEL strings',
      task: {
        inputs: {
          'configuration.region': '="eu-west-1"',
          'input.eventBusName': '="arn:aws:events:us-east-1:123456789012:event-bus/orders"',
        },
      },
      finds: [{ fix: 'Replace with us-east-1' }],
    },
  ],
  valid: [
    {
      name: 'the same region',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-bus/orders' } },
    },
    {
      name: 'a global endpoint chooses the region',
      task: {
        inputs: {
          'configuration.endpointId': 'abcde.veo',
          'input.eventBusName': 'arn:aws:events:us-east-1:123456789012:event-bus/orders',
        },
      },
    },
    {
      name: 'a global endpoint that is not known',
      task: {
        inputs: {
          'configuration.endpointId': '=endpoint',
          'input.eventBusName': 'arn:aws:events:us-east-1:123456789012:event-bus/orders',
        },
      },
    },
    {
      name: 'a region that is not known',
      task: {
        inputs: {
          'configuration.region': '=region',
          'input.eventBusName': 'arn:aws:events:us-east-1:123456789012:event-bus/orders',
        },
      },
    },
  ],
};
