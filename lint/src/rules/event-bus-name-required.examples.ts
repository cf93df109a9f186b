import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task does not name an event bus.',
  why: 'The field is required: the job becomes an incident before anything is sent.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Write the name or the ARN of an event bus. Every account has the bus "default".',
  invalid: [
    {
      name: 'the template left it empty',
      task: { inputs: { 'input.eventBusName': '' } },
      finds: [{ field: 'input.eventBusName', fix: 'Use the default bus' }],
    },
    {
      name: 'there is no mapping',
      task: { inputs: { 'input.eventBusName': null } },
      finds: [{ fix: 'Use the default bus' }],
    },
    { name: 'an empty FEEL string', task: { ...official, inputs: { 'input.eventBusName': '=""' } } },
  ],
  valid: [
    { name: 'the default bus', task: { inputs: { 'input.eventBusName': 'default' } } },
    {
      name: 'as the official template writes it',
      task: { ...official, inputs: { 'input.eventBusName': '="default"' } },
    },
    { name: 'a secret', task: { inputs: { 'input.eventBusName': '{{secrets.BUS}}' } } },
  ],
};
