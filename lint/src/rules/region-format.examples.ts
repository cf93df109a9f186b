import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The region is a text that cannot be the code of an AWS region.',
  why: 'The worker would call an address that does not exist.',
  source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  remedy: 'Write the code of a region. A place, an availability zone or a slip is recognised and can be replaced.',
  invalid: [
    {
      name: 'a slip of the fingers',
      task: { inputs: { 'configuration.region': 'eu-centrall-1' } },
      finds: [
        { field: 'configuration.region', message: 'Did you mean "eu-central-1"?', fix: 'Replace with eu-central-1' },
      ],
    },
    {
      name: 'the name of the place',
      task: { inputs: { 'configuration.region': 'Frankfurt' } },
      finds: [{ fix: 'Replace with eu-central-1' }],
    },
    {
      name: 'an availability zone',
      task: { inputs: { 'configuration.region': 'eu-central-1a' } },
      finds: [{ fix: 'Replace with eu-central-1' }],
    },
    {
      name: 'underscores and capitals',
      task: { inputs: { 'configuration.region': 'EU_CENTRAL_1' } },
      finds: [{ fix: 'Replace with eu-central-1' }],
    },
    {
      name: 'a FEEL string',
      task: { inputs: { 'configuration.region': '="us-est-1"' } },
      finds: [{ fix: 'Replace with us-east-1' }],
    },
    { name: 'nothing near', task: { inputs: { 'configuration.region': 'the moon' } }, finds: [{ fix: null }] },
    { name: 'the official template', task: { ...official, inputs: { 'configuration.region': 'eu-cental-1' } } },
  ],
  valid: [
    { name: 'the right spelling', task: { inputs: { 'configuration.region': 'eu-central-1' } } },
    { name: 'a commercial region', task: { inputs: { 'configuration.region': 'ap-southeast-2' } } },
    { name: 'a GovCloud region', task: { inputs: { 'configuration.region': 'us-gov-west-1' } } },
    { name: 'a region in China', task: { inputs: { 'configuration.region': 'cn-north-1' } } },
    { name: 'the sovereign cloud', task: { inputs: { 'configuration.region': 'eusc-de-east-1' } } },
    { name: 'an expression', task: { inputs: { 'configuration.region': '=region' } } },
    { name: 'a secret', task: { inputs: { 'configuration.region': '{{secrets.REGION}}' } } },
  ],
};
