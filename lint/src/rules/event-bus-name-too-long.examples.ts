import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The name or ARN of the event bus is longer than AWS takes.',
  why: 'AWS refuses the whole call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write the real name of the bus.',
  invalid: [
    {
      name: '1,601 characters',
      task: { inputs: { 'input.eventBusName': 'b'.repeat(1601) } },
      finds: [{ field: 'input.eventBusName' }],
    },
  ],
  valid: [
    { name: 'a name', task: { inputs: { 'input.eventBusName': 'orders' } } },
    { name: '1,600 characters', task: { inputs: { 'input.eventBusName': 'b'.repeat(1600) } } },
  ],
};
