import { OFFICIAL_JOB_TYPE, official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The job type is not the one that the task's template writes, nor that of another EventBridge connector.",
  why: 'No worker for EventBridge asks for such jobs: the task waits forever, unless a worker of your own serves the type.',
  source: 'https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition',
  remedy: "Write the template's job type; if you serve the type yourself, switch the rule off.",
  invalid: [
    {
      name: 'another type',
      task: { jobType: 'send-event' },
      finds: [{ field: 'type', fix: 'Replace with eventbridge-kit:send-event:1' }],
    },
    { name: 'none', task: { jobType: null }, finds: [{ field: 'type' }] },
    {
      name: 'the official template',
      task: { ...official, jobType: 'io.camunda:aws-eventbridge:2' },
      finds: [{ fix: 'Replace with io.camunda:aws-eventbridge:1' }],
    },
  ],
  valid: [
    { name: "the template's type", task: {} },
    { name: "the other connector's type", task: { jobType: OFFICIAL_JOB_TYPE } },
    {
      name: 'a hybrid template, which leaves the type open',
      task: {
        template: { id: 'io.camunda.connectors.AWSEventBridge.v1-hybrid', version: 6 },
        jobType: 'io.camunda:aws-eventbridge:local',
      },
    },
    { name: 'an expression', task: { jobType: '=type' } },
  ],
};
