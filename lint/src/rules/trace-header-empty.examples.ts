import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The trace header holds white space only.',
  why: 'AWS refuses the call: the header must have a text.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write an X-Ray trace header, or leave the field empty.',
  invalid: [
    {
      name: 'a blank',
      task: { inputs: { 'input.traceHeader': ' ' } },
      finds: [{ field: 'input.traceHeader', fix: 'Remove the trace header' }],
    },
  ],
  valid: [{ name: 'nothing at all', task: { inputs: { 'input.traceHeader': '' } } }],
};
