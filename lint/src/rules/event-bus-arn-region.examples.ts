import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The ARN of the bus names a region that does not exist, and that is nearly one that does.',
  why: 'There is no such bus, and the event goes to another region than the one that is called.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Correct the region in the ARN.',
  invalid: [
    {
      name: 'a letter too few',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-cental-1:123456789012:event-bus/orders' } },
      finds: [{ field: 'input.eventBusName', fix: 'Replace with eu-central-1' }],
    },
    {
      name: 'in GovCloud',
      task: {
        inputs: {
          'configuration.region': 'us-gov-west-1',
          'input.eventBusName': 'arn:aws-us-gov:events:us-gov-wset-1:123456789012:event-bus/orders',
        },
      },
      finds: [{ fix: 'Replace with us-gov-west-1' }],
    },
  ],
  valid: [
    {
      name: 'the same region in both places',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-bus/orders' } },
    },
    {
      name: 'another region has a rule of its own',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-west-1:123456789012:event-bus/orders' } },
    },
    {
      name: 'a global endpoint chooses the region itself',
      task: {
        inputs: {
          'input.eventBusName': 'arn:aws:events:eu-cental-1:123456789012:event-bus/orders',
          'configuration.endpointId': 'abcde.veo',
        },
      },
    },
  ],
};
