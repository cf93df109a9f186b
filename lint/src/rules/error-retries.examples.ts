import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The retries that jobError is given are no whole number of 0 or more.',
  why: 'The job fails with no retries left instead of being tried again.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Write a number, or job.retries - 1.',
  invalid: [
    {
      name: 'a string',
      task: { headers: { errorExpression: '=jobError("Not sent", {}, "3")' } },
      finds: [{ field: 'errorExpression' }],
    },
    { name: 'a fraction', task: { headers: { errorExpression: '=jobError("Not sent", {}, 1.5)' } } },
    { name: 'negative', task: { ...official, headers: { errorExpression: '=jobError("Not sent", {}, -1)' } } },
  ],
  valid: [
    { name: 'one less', task: { headers: { errorExpression: '=jobError("Not sent", {}, job.retries - 1)' } } },
    { name: 'a number', task: { headers: { errorExpression: '=jobError("Not sent", {}, 3)' } } },
  ],
};
