import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task has both an endpoint and a global endpoint id.',
  why: 'Each names a place to send to; only one of them can count.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html',
  remedy: 'Keep the one that is meant.',
  invalid: [
    {
      name: 'both',
      task: {
        inputs: {
          'configuration.endpoint': 'https://events.eu-central-1.amazonaws.com',
          'configuration.endpointId': 'abcde.veo',
        },
      },
      finds: [{ field: 'configuration.endpoint', fix: 'Remove the endpoint' }],
    },
  ],
  valid: [
    { name: 'the id alone', task: { inputs: { 'configuration.endpointId': 'abcde.veo' } } },
    {
      name: 'one of them empty',
      task: { inputs: { 'configuration.endpoint': '', 'configuration.endpointId': 'abcde.veo' } },
    },
  ],
};
