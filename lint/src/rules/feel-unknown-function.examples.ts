import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An expression calls a function that FEEL does not have at this place.',
  why: 'The call gives null, with a warning that nobody sees before it runs.',
  source:
    'https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/',
  remedy:
    'Write the name of a built-in function. bpmnError, jobError, ignoreError and backoff exist in the error expression only.',
  invalid: [
    {
      name: 'a slip',
      task: { inputs: { 'input.detail': '={name: uper case(order.name)}' } },
      finds: [{ field: 'input.detail', fix: 'Replace with upper case' }],
    },
    {
      name: 'a name from another language',
      task: { inputs: { 'input.detailType': '=strtolower(order.kind)' } },
      finds: [{ fix: null }],
    },
    {
      name: 'in the error expression',
      task: { headers: { errorExpression: '=if error.code = "X" then bpmError("X") else null' } },
      finds: [{ field: 'errorExpression', fix: 'Replace with bpmnError' }],
    },
    {
      name: 'a slip in the growing wait',
      task: { headers: { errorExpression: '=jobError("m", {}, 1, back off(1))' } },
      finds: [{ field: 'errorExpression', fix: 'Replace with backoff' }],
    },
    { name: 'a growing wait in an input', task: { inputs: { 'input.time': '=now() + backoff(1)' } } },
    { name: 'an error function in an input', task: { inputs: { 'input.source': '=bpmnError("X")' } } },
    {
      name: 'an error function in the result expression',
      task: { headers: { resultExpression: '=if x then bpmnError("X") else {}' } },
      finds: [{ field: 'resultExpression' }],
    },
  ],
  valid: [
    { name: 'the right name', task: { inputs: { 'input.detail': '={name: upper case(order.name)}' } } },
    {
      name: 'built-in functions',
      task: {
        inputs: {
          'input.detail':
            '={a: string length(x), b: get or else(y, 1), c: is defined(z), d: date and time("2020-01-01T00:00:00Z")}',
        },
      },
    },
    {
      name: 'functions of the error expression',
      task: {
        headers: {
          errorExpression:
            '=if a then bpmnError("X") else if b then jobError("m", {}, 1, backoff(1)) else ignoreError()',
        },
      },
    },
    {
      name: 'a function of the expression itself',
      task: { inputs: { 'input.detail': '={double: function(x) x * 2, a: double(2)}' } },
    },
    { name: 'a function in a context', task: { inputs: { 'input.detail': '={a: helpers.format(x)}' } } },
    {
      name: 'an engine later than this table',
      diagram: { engine: '8.15.0', tasks: [{ inputs: { 'input.source': '=sparkle(order)' } }] },
    },
  ],
};
