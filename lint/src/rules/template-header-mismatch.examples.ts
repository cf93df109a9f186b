import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The headers elementTemplateId or elementTemplateVersion name another template than the task's.",
  why: 'The headers are for logs and metrics: they count the task for another template. It happens when a diagram is edited by hand.',
  source: 'https://docs.camunda.io/docs/components/modeler/desktop-modeler/element-templates/defining-templates/',
  remedy: "Write the task's own template and version.",
  invalid: [
    {
      name: 'another version',
      task: { headers: { elementTemplateId: 'eventbridge-kit.send-event.v1', elementTemplateVersion: '7' } },
      finds: [{ field: 'elementTemplateVersion', fix: 'Replace with 1' }],
    },
    {
      name: 'another template',
      task: { ...official, headers: { elementTemplateId: 'io.camunda.connectors.Slack.v1' } },
      finds: [{ field: 'elementTemplateId' }],
    },
  ],
  valid: [
    {
      name: 'the same',
      task: { headers: { elementTemplateId: 'eventbridge-kit.send-event.v1', elementTemplateVersion: '1' } },
    },
    { name: 'no headers', task: {} },
    {
      name: "Camunda's hybrid template, which names the one that it was made from",
      task: {
        template: { id: `${official.template.id}-hybrid`, version: 6 },
        jobType: 'acme:send-event',
        headers: { elementTemplateId: official.template.id, elementTemplateVersion: '6' },
      },
    },
    {
      name: 'a copy of a template under an id of its own',
      task: {
        template: { id: 'acme.send-event', version: 3 },
        headers: { elementTemplateId: 'eventbridge-kit.send-event.v1', elementTemplateVersion: '1' },
      },
    },
    { name: 'no template', task: { template: null, headers: { elementTemplateVersion: '7' } } },
  ],
};
