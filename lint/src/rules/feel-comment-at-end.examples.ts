import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The expression of an input or output mapping ends in a `//` comment.',
  why: 'The engine joins the mappings of a task to one expression. The comment hides what follows it there, and the engine refuses to deploy the diagram. Newer engines can be set to evaluate the mappings one by one; then it does no harm.',
  source:
    'https://github.com/camunda/camunda/blob/main/zeebe/engine/src/main/java/io/camunda/zeebe/engine/processing/deployment/model/transformer/VariableMappingTransformer.java',
  remedy: 'Write `/* comment */`, or put a line break behind the comment.',
  invalid: [
    {
      name: 'a note behind the payload',
      task: { inputs: { 'input.detail': '={a: 1} // note' } },
      finds: [{ field: 'input.detail', message: '// note', fix: 'Close the comment' }],
    },
    { name: 'in another field', task: { inputs: { 'input.source': '="com.example" //' } } },
    { name: 'that holds the end of a comment', task: { inputs: { 'input.detail': '={a: 1} // a */ b' } } },
    { name: 'in the last line', task: { inputs: { 'input.detail': '={\n  a: 1 // one\n}\n// two' } } },
    { name: 'in an output mapping', task: { outputs: { id: '=1 // one' } }, finds: [{ field: 'id' }] },
  ],
  valid: [
    { name: 'a closed comment', task: { inputs: { 'input.detail': '={a: 1} /* note */' } } },
    { name: 'a line break behind it', task: { inputs: { 'input.detail': '={a: 1} // note\n' } } },
    { name: 'within the expression', task: { inputs: { 'input.detail': '={\n  a: 1 // note\n}' } } },
    { name: 'an address in a string', task: { inputs: { 'input.detail': '={a: "https://example.com"}' } } },
    { name: 'static text', task: { inputs: { 'input.source': 'https://example.com // a' } } },
    {
      name: 'an expression that stands alone',
      task: { retries: '=3 // times', headers: { resultExpression: '={a: response.entries[1].eventId} // id' } },
    },
    {
      name: 'an expression that is broken, where another rule looks',
      task: { inputs: { 'input.detail': '={a: 1 // b' } },
    },
  ],
};
