import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event has no source.',
  why: 'The field is required: AWS refuses an entry without it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write who sends the event, for example "com.example.orders".',
  invalid: [
    {
      name: 'the template left it empty',
      task: { inputs: { 'input.source': '' } },
      finds: [{ field: 'input.source' }],
    },
    { name: 'a FEEL string of blanks', task: { inputs: { 'input.source': '="  "' } } },
    { name: 'no mapping', task: { ...official, inputs: { 'input.source': null } } },
  ],
  valid: [
    { name: 'a source', task: {} },
    { name: 'an expression', task: { inputs: { 'input.source': '=sender' } } },
  ],
};
