import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The task is one of Camunda's own connector.",
  why: "It works. This project's worker also sends several jobs' events in one call, fails the job when EventBridge rejects the event, and knows resources, time, trace header, roles and global endpoints. It is an offer: `eventbridge-lint --fix` takes it only with `--convert send-event`.",
  source: 'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/',
  remedy:
    'Change the task to "Send event to Amazon EventBridge": all values are kept. Where one has no place there, nothing is offered.',
  invalid: [
    {
      name: 'an official task',
      task: { ...official, headers: { elementTemplateVersion: '6', resultVariable: 'result' } },
      finds: [{ field: '', fix: 'Change to "Send event to Amazon EventBridge"' }],
    },
  ],
  valid: [
    { name: "this project's template", task: {} },
    {
      name: 'with a reusable credential, which it could not keep',
      task: { ...official, inputs: { awsCredential: '=c' } },
    },
    {
      name: 'on an engine that is too old for the template',
      diagram: { tasks: [{ ...official }], engine: '8.5.0' },
    },
    {
      name: 'with an output mapping of its own, which a modeler removes with the old template',
      task: { ...official, outputs: { orderId: '=response.entries[1].eventId' } },
    },
  ],
};
