import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "An expression calls a function that the diagram's engine does not have yet.",
  why: 'On this engine the call gives null.',
  source:
    'https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/',
  remedy: 'Write it in another way, or raise the engine version of the diagram.',
  invalid: [
    {
      name: 'engine 8.4',
      diagram: { engine: '8.4.0', tasks: [{ inputs: { 'input.detail': '={name: trim(order.name)}' } }] },
      finds: [{ field: 'input.detail', message: 'Camunda 8.4' }],
    },
  ],
  valid: [
    { name: 'engine 8.8', task: { inputs: { 'input.detail': '={name: trim(order.name)}' } } },
    {
      name: 'no engine stated',
      diagram: { engine: null, tasks: [{ inputs: { 'input.detail': '={name: trim(order.name)}' } }] },
    },
    {
      name: 'an expression that the connector evaluates',
      diagram: { engine: '8.4.0', tasks: [{ headers: { resultExpression: '={name: trim(x)}' } }] },
    },
  ],
};
