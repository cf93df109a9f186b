import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A reference to a secret stands where no secret is put in.',
  why: 'Secrets are put into the texts of input mappings. Elsewhere the reference stays a text, or FEEL takes it for a variable that does not exist.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets',
  remedy: 'Write it into an input; in an expression put it in quotes.',
  invalid: [
    {
      name: 'an expression without quotes',
      task: { inputs: { 'authentication.secretKey': '={{secrets.KEY}}' } },
      finds: [{ field: 'authentication.secretKey', fix: 'Replace with {{secrets.KEY}}' }],
    },
    {
      name: 'a variable of FEEL',
      task: { inputs: { 'input.detail': '={token: secrets.TOKEN}' } },
      finds: [{ field: 'input.detail', fix: 'Put it in quotes' }],
    },
    {
      name: 'inside a context without quotes',
      task: { inputs: { 'input.detail': '={token: {{secrets.TOKEN}}}' } },
      finds: [{ fix: 'Put it in quotes' }],
    },
    {
      name: 'in a header',
      task: { headers: { resultExpression: '={token: "{{secrets.TOKEN}}"}' } },
      finds: [{ field: 'resultExpression', fix: null }],
    },
    {
      name: "the engine's form in a header",
      task: { headers: { errorExpression: '=if error.message = camunda.secrets.X then null else null' } },
      finds: [{ field: 'errorExpression' }],
    },
    {
      name: 'a name put together at run time',
      task: { inputs: { 'authentication.secretKey': '="{{secrets." + stage + "_KEY}}"' } },
      finds: [{ fix: null }],
    },
    {
      name: "the engine's form without equals sign",
      task: { inputs: { 'authentication.secretKey': 'camunda.secrets.KEY' } },
      finds: [{ fix: 'Write "=" before it' }],
    },
    {
      name: "the engine's form in quotes",
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.secretKey': '="camunda.secrets.KEY"' } }] },
      finds: [{ fix: 'Leave out the quotes' }],
    },
    {
      name: 'in an output mapping',
      task: { outputs: { token: '="{{secrets.TOKEN}}"' } },
      finds: [{ field: 'token', message: 'output mapping' }],
    },
    { name: 'in the job type', task: { jobType: '{{secrets.TYPE}}' }, finds: [{ field: 'type' }] },
  ],
  valid: [
    { name: 'static text', task: {} },
    { name: 'a FEEL string', task: { inputs: { 'authentication.secretKey': '="{{secrets.KEY}}"' } } },
    { name: 'within a longer string', task: { inputs: { 'input.detail': '={token: "Bearer {{secrets.TOKEN}}"}' } } },
    {
      name: "the engine's own form",
      diagram: { engine: '8.10.0', tasks: [{ inputs: { 'authentication.secretKey': '=camunda.secrets.KEY' } }] },
    },
  ],
};
