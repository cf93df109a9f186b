import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The detail type is longer than 128 characters.',
  why: 'AWS was seen to accept such an event with an event id, and then to lose it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Shorten it; put the rest into the payload.',
  invalid: [
    {
      name: '129 characters',
      task: { inputs: { 'input.detailType': 't'.repeat(129) } },
      finds: [{ field: 'input.detailType', message: '129 characters' }],
    },
    { name: 'as a FEEL string', task: { ...official, inputs: { 'input.detailType': `="${'t'.repeat(200)}"` } } },
  ],
  valid: [
    { name: 'a few words', task: { inputs: { 'input.detailType': 'Order placed' } } },
    { name: '128 characters', task: { inputs: { 'input.detailType': 't'.repeat(128) } } },
  ],
};
