import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The endpoint is an AWS address in another region than the field "Region".',
  why: 'The signature names the region of the field; the endpoint refuses it.',
  source: 'https://docs.aws.amazon.com/general/latest/gr/ev.html',
  remedy: "Write the endpoint's region into the field, or the endpoint of the field's region.",
  invalid: [
    {
      name: 'two regions',
      task: { inputs: { 'configuration.endpoint': 'https://events.us-east-1.amazonaws.com' } },
      finds: [{ field: 'configuration.region', fix: 'Replace with us-east-1' }],
    },
    {
      name: 'a VPC endpoint',
      task: { inputs: { 'configuration.endpoint': 'https://vpce-0abc-xyz.events.eu-west-1.vpce.amazonaws.com' } },
      finds: [{ fix: 'Replace with eu-west-1' }],
    },
  ],
  valid: [
    {
      name: 'the same region',
      task: { inputs: { 'configuration.endpoint': 'https://events.eu-central-1.amazonaws.com' } },
    },
    {
      name: "an address of one's own",
      task: { inputs: { 'configuration.endpoint': 'https://us-east-1.example.com' } },
    },
    {
      name: 'a region that is not known',
      task: {
        inputs: {
          'configuration.region': '=region',
          'configuration.endpoint': 'https://events.us-east-1.amazonaws.com',
        },
      },
    },
  ],
};
