import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An expression is not valid FEEL: in a mapping, a task header, the retries or the job type.',
  why: 'An input that cannot be read stops the deployment. The result and error expressions are read only when the job is done: the event is sent, then the job fails.',
  source: 'https://docs.camunda.io/docs/components/modeler/feel/language-guide/feel-expressions-introduction/',
  remedy: 'Correct the expression at the place that the message names.',
  invalid: [
    {
      name: 'a bracket is missing',
      task: { inputs: { 'input.detail': '={orderId: order.id' } },
      finds: [{ field: 'input.detail', message: 'line 1, column 19' }],
    },
    {
      name: 'in an output mapping',
      task: { headers: { resultVariable: 'sent' }, outputs: { eventId: '=sent.entries[1' } },
      finds: [{ field: 'eventId', message: 'line 1, column' }],
    },
    {
      name: 'in the error expression',
      task: { headers: { errorExpression: '=if error.code = "X" then bpmnError("X")' } },
      finds: [{ field: 'errorExpression', message: 'the end of the expression' }],
    },
    {
      name: 'in the result expression, without equals sign',
      task: { headers: { resultExpression: '{eventId: }' } },
      finds: [{ field: 'resultExpression' }],
    },
    { name: 'single quotes', task: { inputs: { 'input.source': "='orders'" } }, finds: [{ message: 'double quotes' }] },
    {
      name: 'as in other languages',
      task: { ...official, inputs: { 'input.source': '=a && b' } },
      finds: [{ message: 'Write "and".' }],
    },
    {
      name: 'a comma too many',
      task: { inputs: { 'input.detail': '={\n  a: 1,\n}' } },
      finds: [{ message: 'line 3, column 1' }],
    },
    { name: 'in the retries', task: { retries: '=(3' }, finds: [{ field: 'retries' }] },
  ],
  valid: [
    { name: 'a whole expression', task: { inputs: { 'input.detail': '={orderId: order.id}' } } },
    { name: 'a context', task: { inputs: { 'input.detail': '={orderId: order.id, "a b": [1, -2.5, null]}' } } },
    {
      name: 'all kinds of expressions',
      task: {
        headers: {
          resultExpression:
            '={a: if x then 1 else 2, b: for i in l return i, c: some y in z satisfies y > 1, d: l[item.a = 1], e: @"2020-01-01", f: `a b`.c}',
        },
      },
    },
    {
      name: 'comments and line breaks',
      task: { inputs: { 'input.detail': '=// what happened\n{\n  a: 1 /* one */\n}' } },
    },
    { name: 'a name of the engine that this parser does not read', task: { inputs: { 'input.source': '=$sender' } } },
    { name: 'a function that replaced an old one', task: { inputs: { 'input.detail': '={ok: and([a, b])}' } } },
    ...['={@type: "x"}', '={1st: 1}', '={`kebab-key`: 1}'].map((text) => ({
      name: `a key that the engine takes: ${text}`,
      task: { inputs: { 'input.detail': text } },
    })),
    { name: 'static text is no FEEL', task: { inputs: { 'input.source': '{orders' } } },
    { name: 'an empty header', task: { headers: { resultExpression: '=', errorExpression: '' } } },
  ],
};
