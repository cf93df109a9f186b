import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A resource is longer than 2,048 characters.',
  why: 'AWS refuses the call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write the ARN of the resource, and put what it is into the payload.',
  invalid: [
    {
      name: '2,049 characters',
      task: { inputs: { 'input.resources': `=["${'r'.repeat(2049)}"]` } },
      finds: [{ field: 'input.resources' }],
    },
  ],
  valid: [
    { name: 'an ARN', task: { inputs: { 'input.resources': '=["arn:aws:s3:::orders"]' } } },
    { name: '2,048 characters', task: { inputs: { 'input.resources': `=["${'r'.repeat(2048)}"]` } } },
  ],
};
