import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

/** With a backslash before each character that would end a string or begin an escape, as JSON has it. */
function payload(text: string): { readonly inputs: Readonly<Record<string, string>> } {
  return {
    inputs: { 'input.detail': text },
  };
}

export const examples: RuleExamples = {
  what: 'A text without `=` holds a backslash that the engine takes for the begin of an escape.',
  why: 'The engine makes a FEEL string of a static text: `\\n` becomes a line break, `\\\\` one backslash. It puts a backslash before each double quote, but not before a backslash: `\\"` ends the string, and the engine refuses to deploy the diagram. What arrives is then no JSON, or another text.',
  source:
    'https://github.com/camunda/camunda/blob/main/zeebe/engine/src/main/java/io/camunda/zeebe/engine/processing/deployment/model/transformer/VariableMappingTransformer.java',
  remedy: 'Write the text as FEEL: there an escape means what it says.',
  invalid: [
    {
      name: 'a quote in JSON',
      task: payload(String.raw`{"q":"say \"hi\""}`),
      finds: [{ field: 'input.detail', message: 'refuses the diagram', fix: 'Write it as FEEL' }],
    },
    {
      name: 'a line break in JSON',
      task: payload(String.raw`{"nl":"a\nb"}`),
      finds: [{ message: 'a line break', fix: 'Write it as FEEL' }],
    },
    {
      name: 'a backslash in JSON',
      task: payload(String.raw`{"path":"C:\\orders"}`),
      finds: [{ message: 'backslash' }],
    },
    {
      name: 'a backslash at the end',
      task: { inputs: { 'input.source': 'orders\\' } },
      finds: [{ message: 'refuses' }],
    },
    { name: 'in the detail type', task: { inputs: { 'input.detailType': String.raw`Order\tplaced` } } },
    {
      name: 'in a list of resources',
      task: { inputs: { 'input.resources': String.raw`["a\\b"]` } },
      finds: [{ field: 'input.resources' }],
    },
    {
      name: 'in an output mapping',
      task: { outputs: { note: String.raw`sent\n` } },
      finds: [{ field: 'note' }],
    },
    {
      name: 'a key of JSON that FEEL keeps as it stands',
      task: payload(String.raw`{"a\\b": 1}`),
      finds: [{ fix: 'Write it as FEEL' }],
    },
    { name: 'JSON that FEEL cannot say', task: payload(String.raw`{"a": 1e3, "b": "\n"}`) },
  ],
  valid: [
    { name: 'the same text as FEEL', task: payload(String.raw`={"q":"say \"hi\""}`) },
    { name: 'the same as FEEL', task: payload(String.raw`={"q":"say \"hi\"","nl":"a\nb"}`) },
    { name: 'a code point of JSON, which the engine leaves alone', task: payload(String.raw`{"city":"K\u00f6ln"}`) },
    { name: 'a slash of JSON', task: payload(String.raw`{"path":"a\/b"}`) },
    { name: 'a real line break', task: payload('{\n  "a": 1\n}') },
    { name: 'a backslash that begins no escape', task: { inputs: { 'input.source': String.raw`com\Example` } } },
    { name: 'a header', task: { headers: { resultVariable: String.raw`a\n` } } },
    { name: 'FEEL without its equals sign, where another rule looks', task: payload(String.raw`{q: "say \"hi\""}`) },
  ],
};
