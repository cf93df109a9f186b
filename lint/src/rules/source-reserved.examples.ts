import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The source starts with "aws.".',
  why: 'Such sources belong to AWS services; EventBridge rejects the event with NotAuthorizedForSourceException.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html',
  remedy: 'Write a source of your own.',
  invalid: [
    {
      name: 'the source of a service',
      task: { inputs: { 'input.source': 'aws.s3' } },
      finds: [{ field: 'input.source', fix: 'Remove "aws."' }],
    },
    { name: 'nothing behind it', task: { inputs: { 'input.source': 'aws.' } }, finds: [{ fix: null }] },
    {
      name: 'an expression that starts so, whatever follows',
      task: { inputs: { 'input.source': '="aws." + name + ".orders"' } },
      finds: [{ message: 'starts with "aws."', fix: null }],
    },
    { name: 'two strings put together', task: { inputs: { 'input.source': '="aws." + "orders"' } } },
  ],
  valid: [
    { name: 'a source of their own', task: { inputs: { 'input.source': 'com.example.orders' } } },
    { name: 'a source that only sounds alike', task: { inputs: { 'input.source': 'awsome.orders' } } },
    ...[String.raw`="aws\.orders"`, String.raw`="\u0061ws.orders"`].map((text) => ({
      name: `an escape that the engine leaves as it stands: ${text}`,
      task: { inputs: { 'input.source': text } },
    })),
    { name: 'an expression', task: { inputs: { 'input.source': '=prefix + ".orders"' } } },
  ],
};
