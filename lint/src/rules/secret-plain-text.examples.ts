import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An access key, secret key or session token stands in the diagram as plain text.',
  why: 'A diagram is shared, versioned and deployed: whoever reads it has the key. A key that was once in a diagram must be taken for known.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets',
  remedy: 'Store the key as a secret, write a reference to it, and replace the key at AWS.',
  invalid: [
    {
      name: 'a secret key',
      task: { inputs: { 'authentication.secretKey': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } },
      finds: [{ field: 'authentication.secretKey', fix: 'Use {{secrets.AWS_SECRET_KEY}}' }],
    },
    {
      name: 'an access key as a FEEL string',
      task: { ...official, inputs: { 'authentication.accessKey': '="AKIAIOSFODNN7EXAMPLE"' } },
      finds: [{ field: 'authentication.accessKey', fix: 'Use {{secrets.AWS_ACCESS_KEY}}' }],
    },
    { name: 'a session token', task: { inputs: { 'authentication.sessionToken': 'FwoGZXIvYXdzEXAMPLE' } } },
  ],
  valid: [
    { name: 'references', task: {} },
    { name: 'a variable', task: { inputs: { 'authentication.secretKey': '=credentials.key' } } },
    { name: "the engine's own reference", task: { inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } } },
    {
      name: 'a mistyped reference gives nothing away',
      task: { inputs: { 'authentication.secretKey': '{secrets.KEY}' } },
    },
  ],
};
