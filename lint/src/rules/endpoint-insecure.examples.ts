import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The endpoint is plain http to another machine.',
  why: 'Events and signatures cross the network in the open; the worker refuses it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-data-protection.html',
  remedy: 'Write https. Plain http is for this machine only.',
  invalid: [
    {
      name: 'http',
      task: { inputs: { 'configuration.endpoint': 'http://bus.example.com' } },
      finds: [{ field: 'configuration.endpoint', fix: 'Use https' }],
    },
  ],
  valid: [
    { name: 'https', task: { inputs: { 'configuration.endpoint': 'https://bus.example.com' } } },
    { name: 'http on this machine', task: { inputs: { 'configuration.endpoint': 'http://127.0.0.1:4010' } } },
  ],
};
