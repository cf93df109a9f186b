import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event is larger than 256 KiB.',
  why: 'EventBridge takes it, but that was its limit before January 2026: a target of a rule may still refuse it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html',
  remedy: 'Keep it within 262,144 bytes where you do not know every target.',
  invalid: [
    {
      name: '300,000 bytes',
      task: { inputs: { 'input.detail': `{"text": "${'x'.repeat(300_000)}"}` } },
      finds: [{ field: 'input.detail', message: '262144' }],
    },
  ],
  valid: [{ name: '200,000 bytes', task: { inputs: { 'input.detail': `{"text": "${'x'.repeat(200_000)}"}` } } }],
};
