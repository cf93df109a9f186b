import { OFFICIAL, OFFICIAL_JOB_TYPE } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task uses an older version of the template.',
  why: 'It works; what was added or corrected since is missing.',
  source: 'https://docs.camunda.io/docs/components/modeler/desktop-modeler/element-templates/using-templates/',
  remedy: 'Upgrade: all values are kept.',
  invalid: [
    {
      name: 'an older version',
      task: { template: { id: 'eventbridge-kit.send-event.v1', version: 0 } },
      finds: [{ field: '', fix: 'Upgrade to version 1' }],
    },
  ],
  valid: [
    { name: 'the newest version', task: {} },
    {
      name: 'a version that is not known yet',
      task: { template: { id: 'eventbridge-kit.send-event.v1', version: 999 } },
    },
    { name: 'no version', task: { template: { id: 'eventbridge-kit.send-event.v1' } } },
    {
      name: 'the official template, whose newer versions need newer engines',
      task: { template: { id: OFFICIAL.id, version: 1 }, jobType: OFFICIAL_JOB_TYPE },
    },
  ],
};
