import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The payload is static text that is not JSON.',
  why: 'EventBridge takes JSON objects only, and answers MalformedDetail.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Correct the JSON at the place that the message names, or write a FEEL context with "=" before it.',
  invalid: [
    {
      name: 'a comma too many',
      task: { inputs: { 'input.detail': '{\n  "orderId": 42,\n}' } },
      finds: [{ field: 'input.detail', message: 'line 3, column 1', fix: null }],
    },
    { name: 'single quotes', task: { inputs: { 'input.detail': "{'orderId': 42}" } } },
    { name: 'prose', task: { inputs: { 'input.detail': 'the order was placed!' } } },
    { name: 'a FEEL string with broken JSON', task: { inputs: { 'input.detail': '="{orderId"' } } },
    { name: 'not closed', task: { ...official, inputs: { 'input.detail': '{"orderId": 42' } } },
  ],
  valid: [
    { name: 'JSON text of an object', task: { inputs: { 'input.detail': '{"orderId": 42}' } } },
    { name: 'a FEEL string with JSON', task: { inputs: { 'input.detail': '="{\\"orderId\\": 42}"' } } },
    { name: 'a secret may be anything', task: { inputs: { 'input.detail': '{"token": {{secrets.TOKEN}}}' } } },
  ],
};
