import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A reference to a secret has a name with blanks, or is no reference at all.',
  why: 'The text stays as it is: AWS gets it as the key, and refuses it.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets',
  remedy: 'Write {{secrets.NAME}}; a name is any text without blanks.',
  invalid: [
    {
      name: 'a space in the name',
      task: { inputs: { 'authentication.accessKey': '{{secrets.AWS ACCESS KEY}}' } },
      finds: [{ field: 'authentication.accessKey', fix: 'Replace with {{secrets.AWS_ACCESS_KEY}}' }],
    },
    {
      name: 'no name',
      task: { inputs: { 'authentication.accessKey': '{{secrets. }}' } },
      finds: [{ message: 'no blanks' }],
    },
    {
      name: 'one brace',
      task: { inputs: { 'authentication.secretKey': '{secrets.KEY}' } },
      finds: [{ fix: 'Correct the reference' }],
    },
    {
      name: 'singular',
      task: { inputs: { 'authentication.secretKey': '{{secret.KEY}}' } },
      finds: [{ fix: 'Correct the reference' }],
    },
    {
      name: 'as in a shell',
      task: { inputs: { 'authentication.secretKey': '${secrets.KEY}' } },
      finds: [{ fix: 'Correct the reference' }],
    },
    {
      name: "a dash in the engine's own form",
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.secretKey': '=camunda.secrets.aws-key' } }] },
      finds: [{ message: 'minus', fix: 'Put the name in backticks' }],
    },
  ],
  valid: [
    { name: 'a reference', task: {} },
    { name: 'two underscores', task: { inputs: { 'authentication.accessKey': '{{secrets.AWS__KEY}}' } } },
    { name: 'an underscore first', task: { inputs: { 'authentication.accessKey': '{{secrets._KEY}}' } } },
    { name: 'all the joints', task: { inputs: { 'authentication.accessKey': '{{ secrets.a/b.c-d_e }}' } } },
    {
      name: 'backticks',
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.secretKey': '=camunda.secrets.`aws-key`' } }] },
    },
    {
      name: 'the deprecated form has a rule of its own',
      task: { inputs: { 'authentication.secretKey': 'secrets.KEY' } },
    },
  ],
};
