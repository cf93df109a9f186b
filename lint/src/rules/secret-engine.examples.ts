import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The diagram's engine is older than 8.10, and an expression reads camunda.secrets.",
  why: 'Older engines do not know it: the value is null.',
  source: 'https://docs.camunda.io/docs/next/components/concepts/secret-resolution/',
  remedy: 'Write {{secrets.NAME}}, or raise the engine version of the diagram.',
  invalid: [
    {
      name: 'engine 8.8',
      task: { inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } },
      finds: [{ field: 'authentication.secretKey', message: 'Camunda 8.8', fix: 'Replace with {{secrets.KEY}}' }],
    },
    {
      name: 'in a context',
      task: { ...official, inputs: { 'input.detail': '={token: camunda.secrets.TOKEN}' } },
      finds: [{ field: 'input.detail' }],
    },
  ],
  valid: [
    {
      name: 'engine 8.10',
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } }] },
    },
    {
      name: 'no engine stated',
      diagram: { engine: null, tasks: [{ inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } }] },
    },
  ],
};
