import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The payload is nested deeper than 1,000 levels.',
  why: 'EventBridge refuses it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
  remedy: 'Flatten the payload.',
  invalid: [
    {
      name: '1,001 levels of JSON text',
      task: { inputs: { 'input.detail': `${'{"a":'.repeat(1001)}1${'}'.repeat(1001)}` } },
      finds: [{ field: 'input.detail', message: '1001 levels' }],
    },
    {
      name: '1,001 levels of FEEL',
      task: { inputs: { 'input.detail': `=${'{"a":'.repeat(1001)}1${'}'.repeat(1001)}` } },
    },
  ],
  valid: [
    { name: 'few levels', task: { inputs: { 'input.detail': '{"order": {"customer": {"name": "Ada"}}}' } } },
    { name: '1,000 levels', task: { inputs: { 'input.detail': `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}` } } },
  ],
};
