import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A function is called with too few or too many arguments.',
  why: 'The call gives null, with a warning that nobody sees before it runs.',
  source:
    'https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/',
  remedy: 'Give it as many arguments as it takes.',
  invalid: [
    {
      name: 'too few',
      task: { inputs: { 'input.detailType': '=substring(order.kind)' } },
      finds: [{ field: 'input.detailType', message: 'Give it 2 to 3.' }],
    },
    {
      name: 'too many',
      task: { ...official, inputs: { 'input.detailType': '=upper case(a, b)' } },
      finds: [{ message: '2 arguments' }],
    },
    { name: 'none for now', task: { inputs: { 'input.time': '=now(1)' } }, finds: [{ message: 'Give it 0.' }] },
    {
      name: 'an error function',
      task: { headers: { errorExpression: '=bpmnError()' } },
      finds: [{ field: 'errorExpression', message: 'Give it 1 to 3.' }],
    },
    {
      name: 'a shortest wait without its growth',
      task: { headers: { errorExpression: '=jobError("m", {}, 1, backoff(1, duration("PT1S")))' } },
      finds: [{ message: 'Give it 1 to 5, but not 2.' }],
    },
    { name: 'named arguments', task: { inputs: { 'input.source': '=substring(string: a)' } } },
  ],
  valid: [
    { name: 'where the part starts', task: { inputs: { 'input.detailType': '=substring(order.kind, 1)' } } },
    {
      name: 'as many as it takes',
      task: {
        inputs: {
          'input.detail':
            '={a: substring(x, 1), b: substring(x, 1, 2), c: now(), d: concatenate([1], [2], [3]), e: max(1, 2, 3)}',
        },
      },
    },
    { name: 'a function that is not known', task: { inputs: { 'input.source': '=foo()' } } },
    {
      name: 'a growing wait',
      task: {
        headers: { errorExpression: '=jobError("m", {}, 1, backoff(4 - job.retries, duration("PT1S"), 2))' },
      },
    },
  ],
};
