import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The global endpoint id is none.',
  why: 'AWS refuses the call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
  remedy: "Write the first two labels of the endpoint's URL, for example abcde.veo.",
  invalid: [
    {
      name: 'the whole URL',
      task: { inputs: { 'configuration.endpointId': 'https://abcde.veo.endpoint.events.amazonaws.com' } },
      finds: [{ field: 'configuration.endpointId', fix: 'Replace with abcde.veo' }],
    },
    { name: 'one label', task: { inputs: { 'configuration.endpointId': 'abcde' } }, finds: [{ fix: null }] },
  ],
  valid: [
    { name: 'an id', task: { inputs: { 'configuration.endpointId': 'abcde.veo' } } },
    { name: 'a secret', task: { inputs: { 'configuration.endpointId': '{{secrets.ENDPOINT}}' } } },
  ],
};
