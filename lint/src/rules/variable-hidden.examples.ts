import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "An expression reads a name that one of the task's own inputs has too.",
  why: "The engine joins the inputs of a task to one context. An expression sees the entries before its own ahead of the process variables, those of its own level by their short name: `source` in the payload is the task's `input.source`. Newer engines can be set to evaluate the inputs one by one; then it is the process variable: the same diagram sends another event.",
  source:
    'https://github.com/camunda/camunda/blob/main/zeebe/engine/src/main/java/io/camunda/zeebe/engine/processing/deployment/model/transformer/VariableMappingTransformer.java',
  remedy: "Give the process variable another name. Where the task's own value is meant, write that value.",
  invalid: [
    {
      name: 'a variable called as an input',
      task: { inputs: { 'input.detail': '={src: source}' } },
      finds: [{ field: 'input.detail', message: '"source" is the task\'s own input.source', fix: null }],
    },
    { name: 'under a key of the same name', task: { inputs: { 'input.detail': '={source: source}' } } },
    { name: 'a member of it', task: { inputs: { 'input.detail': '={id: source.id, name: source.name}' } } },
    { name: 'in the detail type', task: { inputs: { 'input.detailType': '=source' } } },
    {
      name: 'in a loop over it',
      task: { inputs: { 'input.detail': '={a: for source in source return source}' } },
    },
    {
      name: 'the name of a group of inputs',
      task: { inputs: { 'input.detail': '={mode: configuration.mode}' } },
      finds: [{ message: '"configuration" is the task\'s own configuration' }],
    },
    { name: 'in the retries', task: { retries: '=input.retries' }, finds: [{ field: 'retries' }] },
    { name: 'in an output mapping', task: { outputs: { order: '=input.order' } }, finds: [{ field: 'order' }] },
  ],
  valid: [
    { name: 'a variable of another name', task: { inputs: { 'input.detail': '={src: order.source}' } } },
    { name: 'an own value by its path', task: { inputs: { 'input.detail': '={region: configuration.region}' } } },
    { name: 'an own value in an output mapping', task: { outputs: { bus: '=input.eventBusName' } } },
    { name: 'an input that comes later', task: { inputs: { 'input.source': '=detail.source' } } },
    {
      name: 'the entry that it stands in, which is not there yet',
      task: { inputs: { 'input.detail': '={a: input.a}' } },
    },
    {
      name: 'a name that the expression defines',
      task: { inputs: { 'input.detail': '={a: for source in list return source}' } },
    },
    { name: 'a key before it', task: { inputs: { 'input.detail': '={source: order.source, b: source}' } } },
    { name: 'a parameter', task: { inputs: { 'input.detail': '={a: sort(list, function(source, b) source < b)}' } } },
    { name: 'a member of the items', task: { inputs: { 'input.detail': '={a: list[source = "x"]}' } } },
    {
      name: 'an input that is no part of the connector',
      task: {
        mappings: [
          ['order', '=shop.order'],
          ['input.detail', '={id: order.id}'],
        ],
      },
    },
    {
      name: 'the result and error expressions, which see the response',
      task: { headers: { resultExpression: '={a: input}' } },
    },
  ],
};
