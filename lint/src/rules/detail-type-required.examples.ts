import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event has no detail type.',
  why: 'The field is required: AWS refuses an entry without it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write what kind of event it is, for example "Order placed".',
  invalid: [
    {
      name: 'the template left it empty',
      task: { inputs: { 'input.detailType': '' } },
      finds: [{ field: 'input.detailType' }],
    },
    { name: 'FEEL null', task: { ...official, inputs: { 'input.detailType': '=null' } } },
  ],
  valid: [{ name: 'a detail type', task: {} }],
};
