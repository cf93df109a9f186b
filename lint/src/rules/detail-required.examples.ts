import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event has no payload.',
  why: 'The field is required: AWS refuses an entry without a detail.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write a FEEL context or a JSON object; {} is an empty one.',
  invalid: [
    {
      name: 'the template left it empty',
      task: { inputs: { 'input.detail': '' } },
      finds: [{ field: 'input.detail', fix: 'Use an empty object' }],
    },
    { name: 'the equals sign alone', task: { inputs: { 'input.detail': '=' } } },
    { name: 'FEEL null', task: { ...official, inputs: { 'input.detail': '=null' } } },
  ],
  valid: [
    { name: 'an empty object', task: { inputs: { 'input.detail': '{}' } } },
    { name: 'an expression', task: { inputs: { 'input.detail': '=order' } } },
    {
      name: 'the parts are mapped one by one',
      task: { inputs: { 'input.detail': null, 'input.detail.orderId': '=order.id' } },
    },
  ],
};
