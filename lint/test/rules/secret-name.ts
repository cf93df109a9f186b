import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  what: 'A reference to a secret has a name that is never looked up, or is no reference at all.',
  why: 'The text stays as it is: AWS gets it as the key, and refuses it.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets',
  mend: 'Write {{secrets.NAME}}; names are letters and digits, joined by single "_", "-", "." or "/".',
  invalid: [
    {
      name: 'a space in the name',
      task: { inputs: { 'authentication.accessKey': '{{secrets.AWS ACCESS KEY}}' } },
      finds: [{ field: 'authentication.accessKey', fix: 'Replace with {{secrets.AWS_ACCESS_KEY}}' }],
    },
    {
      name: 'two underscores',
      task: { inputs: { 'authentication.accessKey': '{{secrets.AWS__KEY}}' } },
      finds: [{ fix: 'Replace with {{secrets.AWS_KEY}}' }],
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
