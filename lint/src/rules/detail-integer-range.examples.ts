import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The payload holds an integer beyond 64 bits.',
  why: 'EventBridge cannot hold it, and refuses the event.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
  remedy: 'Write the number as text in quotes.',
  invalid: [
    {
      name: '2^63 in JSON text',
      task: { inputs: { 'input.detail': '{"id": 9223372036854775808}' } },
      finds: [{ field: 'input.detail', message: 'line 1, column 8' }],
    },
    { name: 'far beyond in FEEL', task: { inputs: { 'input.detail': '={id: 100000000000000000000}' } } },
  ],
  valid: [
    { name: 'a text', task: { inputs: { 'input.detail': '{"id": "9223372036854775808"}' } } },
    { name: '2^63 - 1', task: { inputs: { 'input.detail': '{"id": 9223372036854775807}' } } },
    { name: 'as text', task: { inputs: { 'input.detail': '{"id": "9223372036854775808"}' } } },
  ],
};
