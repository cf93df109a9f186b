import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The retry backoff that jobError is given is no ISO 8601 duration.',
  why: 'The job fails with no retries left instead of waiting.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Write for example "PT30S" for 30 seconds.',
  invalid: [
    {
      name: 'seconds as people write them',
      task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, "30s")' } },
      finds: [{ field: 'errorExpression', fix: 'Replace with PT30S' }],
    },
    {
      name: 'a duration in weeks',
      task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, duration("P1W"))' } },
      finds: [{ fix: 'Replace with P7D' }],
    },
    {
      name: 'a number',
      task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, 30)' } },
      finds: [{ message: '"30"', fix: 'Replace with PT30S' }],
    },
    {
      name: 'prose',
      task: { ...official, headers: { errorExpression: '=jobError("Not sent", {}, 2, "soon")' } },
      finds: [{ fix: null }],
    },
  ],
  valid: [
    { name: 'a duration', task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, "PT30S")' } } },
    { name: 'a FEEL duration', task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, @"PT1M")' } } },
    { name: 'one that is not known', task: { headers: { errorExpression: '=jobError("Not sent", {}, 2, wait)' } } },
  ],
};
