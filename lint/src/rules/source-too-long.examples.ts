import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The source is longer than 256 characters.',
  why: 'EventBridge v2 and Scheduler refuse longer ones; no rule pattern needs them.',
  source: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EventBridgeParameters.html',
  remedy: 'Shorten it.',
  invalid: [
    {
      name: '257 characters',
      task: { inputs: { 'input.source': 's'.repeat(257) } },
      finds: [{ field: 'input.source', message: '257 characters' }],
    },
  ],
  valid: [
    { name: 'a domain name', task: { inputs: { 'input.source': 'com.example.orders' } } },
    { name: '256 characters', task: { inputs: { 'input.source': 's'.repeat(256) } } },
  ],
};
