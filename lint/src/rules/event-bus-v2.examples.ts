import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The ARN belongs to an EventBridge v2 bus.',
  why: 'Such buses have another address and another interface; no connector serves them yet.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  remedy: 'Write the name or ARN of a classic bus, whose ARN has ":event-bus/".',
  invalid: [
    {
      name: 'a v2 ARN',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-busv2/orders/abc' } },
      finds: [{ field: 'input.eventBusName', message: 'v2' }],
    },
  ],
  valid: [
    {
      name: 'a classic ARN',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-bus/orders' } },
    },
  ],
};
