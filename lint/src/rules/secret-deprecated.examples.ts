import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A secret is referred to without braces: secrets.NAME.',
  why: 'The form is deprecated, and it takes every text that looks like it for a secret.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets',
  remedy: 'Write {{secrets.NAME}}.',
  invalid: [
    {
      name: 'as the whole text',
      task: { inputs: { 'authentication.secretKey': 'secrets.AWS_SECRET_KEY' } },
      finds: [{ field: 'authentication.secretKey', fix: 'Replace with {{secrets.AWS_SECRET_KEY}}' }],
    },
    {
      name: 'in a FEEL string',
      task: { inputs: { 'input.detail': '={token: "Bearer secrets.TOKEN"}' } },
      finds: [{ fix: 'Replace with {{secrets.TOKEN}}' }],
    },
  ],
  valid: [
    { name: 'with braces', task: {} },
    { name: "the engine's own form", task: { inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } } },
    { name: 'a word that only ends so', task: { inputs: { 'input.source': 'com.example.mysecrets.orders' } } },
  ],
};
