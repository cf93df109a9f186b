import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The diagram is for an engine of 8.10 or newer, and refers to a secret as {{secrets.NAME}}.',
  why: 'It works, and stays supported. From 8.10 on the engine can put in secrets itself, from its own store: at the field where they are written and nowhere else, and with access control. The rule is on in the strict configuration only.',
  source: 'https://docs.camunda.io/docs/next/components/connectors/use-connectors/migrate-secrets/',
  remedy: "Store the secret in the engine's secret store, and write =camunda.secrets.NAME.",
  invalid: [
    {
      name: 'a key',
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.accessKey': '=camunda.secrets.ID' } }] },
      finds: [{ field: 'authentication.secretKey', fix: 'Replace with =camunda.secrets.AWS_SECRET_KEY' }],
    },
    {
      name: 'a name that FEEL must quote',
      diagram: {
        engine: '8.10.0',
        tasks: [{ inputs: { 'authentication.accessKey': '=a', 'authentication.secretKey': '{{secrets.aws-key}}' } }],
      },
      finds: [{ fix: 'Replace with =camunda.secrets.`aws-key`' }],
    },
  ],
  valid: [
    {
      name: "the engine's own form",
      diagram: {
        engine: '8.10.0',
        tasks: [
          {
            inputs: {
              'authentication.accessKey': '=camunda.secrets.AWS_ACCESS_KEY',
              'authentication.secretKey': '=camunda.secrets.AWS_SECRET_KEY',
            },
          },
        ],
      },
    },
    { name: 'an older engine', diagram: { engine: '8.9.0', tasks: [{}] } },
    { name: 'no engine stated', diagram: { engine: null, tasks: [{}] } },
    {
      name: 'a part of a text',
      diagram: {
        engine: '8.10.0',
        tasks: [
          {
            inputs: {
              'authentication.accessKey': '=a',
              'authentication.secretKey': '=b',
              'input.detail': '{"token": "Bearer {{secrets.TOKEN}}"}',
            },
          },
        ],
      },
    },
  ],
};
