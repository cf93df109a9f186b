import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The global endpoint id is longer than 50 characters.',
  why: 'AWS refuses the call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
  remedy: "Write the first two labels of the endpoint's URL.",
  invalid: [
    {
      name: '51 characters',
      task: { inputs: { 'configuration.endpointId': `${'a'.repeat(47)}.veo` } },
      finds: [{ field: 'configuration.endpointId' }],
    },
  ],
  valid: [
    { name: 'an id as AWS gives it', task: { inputs: { 'configuration.endpointId': 'abcde.veo' } } },
    { name: '50 characters', task: { inputs: { 'configuration.endpointId': `${'a'.repeat(46)}.veo` } } },
  ],
};
