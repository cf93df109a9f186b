import { official, type DiagramSpec, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

const NEW_ENGINE = '8.10.0';

function on(engine: string | null, inputs: TaskSpec['inputs'], more: TaskSpec = {}): { diagram: DiagramSpec } {
  return {
    diagram: { engine, tasks: [{ ...more, ...(inputs && { inputs }) }] },
  };
}

export const examples: RuleExamples = {
  what: 'A field of the event reads a secret with `camunda.secrets`, or the credentials of its own task.',
  why: "The engine puts the secret's value in, and it leaves with the event: every rule, target and archive of the bus can read it. A configuration value belongs into a cluster variable, `camunda.vars.env`.",
  source: 'https://docs.camunda.io/docs/next/components/concepts/secret-resolution/',
  remedy: 'Leave the secret out, and let the receiver of the event look it up.',
  invalid: [
    {
      name: 'in the payload',
      ...on(NEW_ENGINE, { 'input.detail': '={k: camunda.secrets.AWS_SECRET_KEY}' }),
      finds: [{ field: 'input.detail', message: 'camunda.secrets.AWS_SECRET_KEY', fix: null }],
    },
    { name: 'on an engine that is not named', ...on(null, { 'input.detail': '={k: camunda.secrets.KEY}' }) },
    { name: 'in the source', ...on(NEW_ENGINE, { 'input.source': '=camunda.secrets.KEY' }) },
    { name: 'in the detail type', ...on(NEW_ENGINE, { 'input.detailType': '="a" + camunda.secrets.KEY' }) },
    {
      name: 'in the resources',
      ...on(NEW_ENGINE, { 'input.resources': '=[camunda.secrets.`my-key`]' }),
      finds: [{ field: 'input.resources' }],
    },
    { name: 'in the trace header', ...on(NEW_ENGINE, { 'input.traceHeader': '=camunda.secrets.KEY' }) },
    {
      name: 'in a part of the payload',
      ...on(NEW_ENGINE, { 'input.detail': null, 'input.detail.key': '=camunda.secrets.KEY' }),
      finds: [{ field: 'input.detail.key' }],
    },
    {
      name: 'with the official connector',
      ...on(NEW_ENGINE, { 'input.detail': '={k: camunda.secrets.KEY}' }, official),
    },
    {
      name: "the task's own key",
      task: { inputs: { 'input.detail': '={key: authentication.secretKey}' } },
      finds: [{ message: 'authentication.secretKey' }],
    },
    { name: "the task's own credentials as a whole", task: { inputs: { 'input.detail': '={a: authentication}' } } },
  ],
  valid: [
    {
      name: 'in the credentials',
      ...on(NEW_ENGINE, { 'authentication.secretKey': '=camunda.secrets.AWS_SECRET_KEY' }),
    },
    { name: 'as the name of the bus', ...on(NEW_ENGINE, { 'input.eventBusName': '=camunda.secrets.BUS' }) },
    { name: 'a cluster variable', ...on(NEW_ENGINE, { 'input.source': '=camunda.vars.env.SOURCE' }) },
    {
      name: 'an engine that gives null, where another rule looks',
      ...on('8.8.0', { 'input.source': '=camunda.secrets.S' }),
    },
    { name: 'what is no secret', task: { inputs: { 'input.detail': '={type: authentication.type}' } } },
    {
      name: 'credentials of the process, read before the own ones are there',
      task: {
        mappings: [
          ['input.detail', '={key: authentication.secretKey}'],
          ['authentication.secretKey', '{{secrets.KEY}}'],
        ],
      },
    },
    {
      name: 'a name that only looks alike',
      task: { inputs: { 'input.detail': '={authentication: 1, b: authentication}' } },
    },
  ],
};
