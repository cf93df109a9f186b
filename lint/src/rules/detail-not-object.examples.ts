import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The payload is JSON or FEEL, but surely no object.',
  why: 'EventBridge takes JSON objects only, and answers MalformedDetail.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html',
  remedy: 'Put the value under a key.',
  invalid: [
    {
      name: 'a FEEL list',
      task: { inputs: { 'input.detail': '=[order]' } },
      finds: [{ field: 'input.detail', message: 'a list', fix: 'Put it under the key "value"' }],
    },
    {
      name: 'a JSON list',
      task: { inputs: { 'input.detail': '[1, 2]' } },
      finds: [{ fix: 'Put it under the key "value"' }],
    },
    { name: 'a JSON number', task: { inputs: { 'input.detail': '42' } } },
    { name: 'a FEEL number', task: { ...official, inputs: { 'input.detail': '=42' } } },
    {
      name: 'a function that gives a number',
      task: { inputs: { 'input.detail': '=count(order.items)' } },
      finds: [{ message: 'a number' }],
    },
    { name: 'a comparison', task: { inputs: { 'input.detail': '=order.total > 5' } } },
    { name: 'a list from for', task: { inputs: { 'input.detail': '=for item in items return item.id' } } },
    { name: 'a sum with a number', task: { inputs: { 'input.detail': '=order.total + 5' } } },
    {
      name: 'no object in one branch',
      task: { inputs: { 'input.detail': '=if x then {a: 1} else "none" > y' } },
      finds: [{ message: 'a boolean', fix: null }],
    },
    { name: 'either way no object', task: { inputs: { 'input.detail': '=if x then 1 else [2]' } } },
  ],
  valid: [
    { name: 'a FEEL context', task: { inputs: { 'input.detail': '={value: [order]}' } } },
    { name: 'a variable', task: { inputs: { 'input.detail': '=order' } } },
    { name: 'a sum may be JSON text', task: { inputs: { 'input.detail': '=start + end' } } },
    { name: 'null in one branch', task: { inputs: { 'input.detail': '=if x then {a: 1} else null' } } },
    { name: 'a string may be JSON text', task: { inputs: { 'input.detail': '=string join(parts)' } } },
    { name: 'an object one way, unknown the other', task: { inputs: { 'input.detail': '=if x then {a: 1} else y' } } },
    { name: 'a function that may give anything', task: { inputs: { 'input.detail': '=get value(order, "event")' } } },
    { name: 'an unknown function', task: { inputs: { 'input.detail': '=foo(order)' } } },
  ],
};
