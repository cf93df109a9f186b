import { OFFICIAL, OFFICIAL_JOB_TYPE, official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task does not say in which AWS region its event bus is.',
  why: 'Without a region the worker cannot address EventBridge: the job becomes an incident before anything is sent.',
  source: 'https://docs.aws.amazon.com/general/latest/gr/ev.html',
  remedy: 'Write the code of the region that holds the event bus.',
  invalid: [
    {
      name: 'the template left it empty',
      task: { inputs: { 'configuration.region': '' } },
      finds: [{ field: 'configuration.region' }],
    },
    {
      name: 'there is no mapping',
      task: { inputs: { 'configuration.region': null } },
      finds: [{ field: 'configuration.region' }],
    },
    { name: 'blanks only', task: { inputs: { 'configuration.region': '   ' } } },
    { name: 'an empty FEEL string', task: { inputs: { 'configuration.region': '=""' } } },
    { name: 'FEEL null', task: { inputs: { 'configuration.region': '=null' } } },
    { name: 'the equals sign alone', task: { inputs: { 'configuration.region': '=' } } },
    { name: 'the official template', task: { ...official, inputs: { 'configuration.region': '' } } },
  ],
  valid: [
    { name: 'a region', task: {} },
    { name: 'an expression', task: { inputs: { 'configuration.region': '=order.region' } } },
    { name: 'a secret', task: { inputs: { 'configuration.region': '{{secrets.AWS_REGION}}' } } },
    {
      name: 'a reusable credential brings the region',
      task: {
        template: { id: OFFICIAL.id, version: 9 },
        jobType: OFFICIAL_JOB_TYPE,
        mappings: [
          ['awsCredential', '=camunda.vars.env.aws'],
          ['input.eventBusName', 'orders'],
        ],
      },
    },
    {
      name: 'the one official version that lets it out',
      task: {
        template: { id: OFFICIAL.id, version: 5 },
        jobType: OFFICIAL_JOB_TYPE,
        inputs: { 'configuration.region': null },
      },
    },
    {
      name: 'no template and no mapping: the process may bring it',
      task: { template: null, mappings: [['input.source', 'a']] },
    },
    {
      name: 'the whole connection comes from one mapping',
      task: { inputs: { 'configuration.region': null, configuration: '=connection' } },
    },
  ],
};
