import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A reference to a secret stands in a field that is not for credentials.',
  why: "A job does not say who wrote a text: in the payload it may come from a stranger who filled in a form. So this project's worker puts secrets into the credentials only, and into the fields that its operator adds. Camunda's own connector takes them in every field.",
  source: 'https://docs.camunda.io/docs/components/concepts/secret-resolution/',
  remedy:
    'Write the value itself, or let the operator of the worker add the field with `--secret-fields`; then switch the rule off.',
  invalid: [
    {
      name: 'in the region',
      task: { inputs: { 'configuration.region': '{{secrets.AWS_REGION}}' } },
      finds: [{ field: 'configuration.region', fix: null }],
    },
    {
      name: 'in the payload',
      task: { inputs: { 'input.detail': '={token: "Bearer {{secrets.TOKEN}}"}' } },
      finds: [{ field: 'input.detail' }],
    },
  ],
  valid: [
    { name: 'the value itself', task: { inputs: { 'configuration.region': 'eu-central-1' } } },
    { name: 'in the credentials', task: { inputs: { 'authentication.roleArn': '{{secrets.ROLE}}' } } },
    {
      name: 'with the official connector',
      task: { ...official, inputs: { 'configuration.region': '{{secrets.AWS_REGION}}' } },
    },
    {
      name: "the engine's own form",
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'input.detail': '={token: camunda.secrets.TOKEN}' } }] },
    },
    {
      name: 'outside of a string, where another rule looks',
      task: { inputs: { 'input.detail': '={token: {{secrets.TOKEN}}}' } },
    },
  ],
};
