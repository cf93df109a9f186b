import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The trace header is longer than 500 characters.',
  why: 'AWS refuses the call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write the trace header as X-Ray gave it.',
  invalid: [
    {
      name: '501 characters',
      task: { inputs: { 'input.traceHeader': 'R'.repeat(501) } },
      finds: [{ field: 'input.traceHeader' }],
    },
  ],
  valid: [
    {
      name: 'a usual one',
      task: { inputs: { 'input.traceHeader': 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1' } },
    },
  ],
};
