import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event is 1 MB or larger.',
  why: 'EventBridge refuses the call. What depends on variables is not counted, so the event is at least as large as the message says.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html',
  remedy: 'Store what is large elsewhere, for example in Amazon S3, and send its address.',
  invalid: [
    {
      name: 'a large text',
      task: { inputs: { 'input.detail': `{"text": "${'x'.repeat(1_048_576)}"}` } },
      finds: [{ field: 'input.detail' }],
    },
    {
      name: 'a large text in FEEL',
      task: { inputs: { 'input.source': '=sender', 'input.detail': `={"text": "${'x'.repeat(1_048_576)}"}` } },
    },
  ],
  valid: [
    {
      name: 'the address of what is large',
      task: { inputs: { 'input.detail': '{"report": "s3://orders/report-7.pdf"}' } },
    },
    {
      name: 'one byte less',
      task: {
        inputs: { 'input.source': 's', 'input.detailType': 't', 'input.detail': `{"text":"${'x'.repeat(1_048_562)}"}` },
      },
    },
  ],
};
