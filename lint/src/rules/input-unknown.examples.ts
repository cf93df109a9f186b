import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An input mapping writes a variable of the connector that no connector reads.',
  why: 'It has no effect. Most often the name is mistyped, and the right one is missing.',
  source: 'https://docs.camunda.io/docs/components/concepts/variables/#inputoutput-variable-mappings',
  remedy: 'Correct the name, or remove the mapping.',
  invalid: [
    {
      name: 'another case',
      task: { inputs: { 'input.detailtype': 'Order placed' } },
      finds: [{ field: 'input.detailtype', fix: 'Rename to input.detailType' }],
    },
    { name: 'another name', task: { ...official, inputs: { 'input.payload': '={a: 1}' } }, finds: [{ fix: null }] },
  ],
  valid: [
    { name: 'the right spelling', task: { inputs: { 'input.detailType': 'Order placed' } } },
    { name: "a variable of the process's own", task: { inputs: { customer: '=order.customer' } } },
    { name: 'a part of an input', task: { inputs: { 'input.detail': null, 'input.detail.orderId': '=order.id' } } },
    { name: 'the whole input', task: { mappings: [['input', '=event']] } },
  ],
};
