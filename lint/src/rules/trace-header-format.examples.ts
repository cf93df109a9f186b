import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The trace header does not look like one of X-Ray.',
  why: 'AWS takes it, but the trace ends here. AWS checks the length only, so it is a warning.',
  source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader',
  remedy: 'Write the header as X-Ray gave it, for example Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1.',
  invalid: [
    {
      name: 'a W3C trace context',
      task: { inputs: { 'input.traceHeader': '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' } },
      finds: [{ field: 'input.traceHeader' }],
    },
  ],
  valid: [
    {
      name: 'an X-Ray header',
      task: {
        inputs: { 'input.traceHeader': 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1' },
      },
    },
    { name: 'an expression', task: { inputs: { 'input.traceHeader': '=trace' } } },
  ],
};
