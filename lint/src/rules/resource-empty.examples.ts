import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The list of resources has an empty entry.',
  why: 'A resource without a text names nothing, and AWS may refuse the event.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write what the event is about, usually an ARN, or take the entry out.',
  invalid: [
    {
      name: 'an empty string in a FEEL list',
      task: { inputs: { 'input.resources': '=["arn:aws:s3:::orders", ""]' } },
      finds: [{ field: 'input.resources', message: 'Resource 2' }],
    },
    { name: 'in JSON text', task: { inputs: { 'input.resources': '[" "]' } } },
  ],
  valid: [
    { name: 'ARNs', task: { inputs: { 'input.resources': '=["arn:aws:s3:::orders"]' } } },
    { name: 'an expression', task: { inputs: { 'input.resources': '=arns' } } },
  ],
};
