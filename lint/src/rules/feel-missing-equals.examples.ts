import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A text is surely meant as FEEL, and has no "=" before it.',
  why: 'Without it the engine takes the text as it stands: the event carries the words of the expression, or is refused.',
  source: 'https://docs.camunda.io/docs/components/concepts/expressions/',
  remedy: 'Write "=" before it (in the modeler: press the "fx" beside the field).',
  invalid: [
    {
      name: 'a context in the payload',
      task: { inputs: { 'input.detail': '{orderId: order.id}' } },
      finds: [{ field: 'input.detail', fix: 'Write "=" before it' }],
    },
    { name: 'a variable in the payload', task: { inputs: { 'input.detail': 'order' } } },
    { name: 'a path in the payload', task: { ...official, inputs: { 'input.detail': 'order.event' } } },
    { name: 'a call as time', task: { inputs: { 'input.time': 'now()' } }, finds: [{ field: 'input.time' }] },
    {
      name: 'a path as resources',
      task: { inputs: { 'input.resources': 'order.arns' } },
      finds: [{ field: 'input.resources' }],
    },
  ],
  valid: [
    { name: 'with equals sign', task: { inputs: { 'input.detail': '={orderId: order.id}' } } },
    { name: 'JSON text', task: { inputs: { 'input.detail': '{"orderId": 42}' } } },
    {
      name: 'header expressions work either way',
      task: { headers: { resultExpression: '{eventId: response.entries[1].eventId}' } },
    },
    { name: 'a source may look like a path', task: { inputs: { 'input.source': 'order.id' } } },
  ],
};
