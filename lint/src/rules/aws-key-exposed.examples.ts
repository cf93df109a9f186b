import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A text with the shape of an AWS access key id stands in a field that is not for keys.',
  why: 'A diagram is shared, versioned and deployed. Where a key id stands, its secret is often near.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes',
  remedy: 'Take it out, and replace the key at AWS.',
  invalid: [
    {
      name: 'in the payload',
      task: { inputs: { 'input.detail': '={key: "AKIAIOSFODNN7EXAMPLE"}' } },
      finds: [{ field: 'input.detail', message: '"AKIA"' }],
    },
    {
      name: 'a secret key behind its name',
      task: { inputs: { 'input.detail': '{"secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}' } },
      finds: [{ field: 'input.detail', message: 'An AWS secret key' }],
    },
    { name: 'in an output mapping', task: { outputs: { key: '="AKIAIOSFODNN7EXAMPLE"' } }, finds: [{ field: 'key' }] },
    { name: 'in a header', task: { headers: { note: 'use AKIAIOSFODNN7EXAMPLE' } }, finds: [{ field: 'note' }] },
  ],
  valid: [
    { name: 'the order alone', task: { inputs: { 'input.detail': '={orderId: order.id}' } } },
    {
      name: '40 characters of something else',
      task: { inputs: { 'input.detail': '{"commit": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}' } },
    },
    { name: 'a text that only starts alike', task: { inputs: { 'input.source': 'AKIA.orders' } } },
    {
      name: 'in the field for it, where another rule looks',
      task: { inputs: { 'authentication.accessKey': 'AKIAIOSFODNN7EXAMPLE' } },
    },
  ],
};
