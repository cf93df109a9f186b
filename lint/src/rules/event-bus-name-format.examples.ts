import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The event bus is neither a bus name nor the ARN of a bus.',
  why: 'AWS refuses the whole call.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Use letters, digits, ".", "-" and "_", or copy the ARN of the bus from the AWS console.',
  invalid: [
    {
      name: 'a space in the name',
      task: { inputs: { 'input.eventBusName': 'my orders' } },
      finds: [{ field: 'input.eventBusName', fix: null }],
    },
    {
      name: 'white space around it',
      task: { inputs: { 'input.eventBusName': ' orders ' } },
      finds: [{ fix: 'Remove the white space' }],
    },
    {
      name: 'the ARN of a rule',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:rule/orders' } },
    },
    {
      name: 'an account of eleven digits',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:12345678901:event-bus/orders' } },
    },
    { name: 'a partner bus', task: { inputs: { 'input.eventBusName': 'aws.partner/example.com/x' } } },
    { name: 'a FEEL string', task: { ...official, inputs: { 'input.eventBusName': '="orders!"' } } },
  ],
  valid: [
    { name: 'a plain name', task: { inputs: { 'input.eventBusName': 'my-orders' } } },
    { name: 'a name', task: { inputs: { 'input.eventBusName': 'orders.v2_test-1' } } },
    {
      name: 'an ARN',
      task: { inputs: { 'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-bus/orders' } },
    },
    { name: 'a name with a secret in it', task: { inputs: { 'input.eventBusName': 'orders {{secrets.STAGE}}' } } },
  ],
};
