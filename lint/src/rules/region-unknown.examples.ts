import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The region has the form of a code, but is not one that this version knows.',
  why: 'Most often it is a slip. AWS also opens regions faster than tables follow, so it is a warning.',
  source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  remedy: 'Correct the code; if the region is new, switch the rule off until an update of this package knows it.',
  invalid: [
    {
      name: 'a number too high',
      task: { inputs: { 'configuration.region': 'eu-central-7' } },
      finds: [{ field: 'configuration.region', fix: 'Replace with eu-central-1' }],
    },
    { name: 'a direction that this place lacks', task: { inputs: { 'configuration.region': 'us-north-1' } } },
    { name: 'a FEEL string', task: { inputs: { 'configuration.region': '="eu-west-9"' } } },
  ],
  valid: [
    { name: 'a known region', task: { inputs: { 'configuration.region': 'eu-west-3' } } },
    { name: 'an expression', task: { inputs: { 'configuration.region': '=if test then "eu-west-9" else region' } } },
  ],
};
