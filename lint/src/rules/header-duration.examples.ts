import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The retry backoff or the job timeout is no ISO 8601 duration, or the timeout is 0.',
  why: 'The job fails with 0 retries before anything is sent.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/outbound/',
  remedy: 'Write for example PT30S for 30 seconds, PT5M for 5 minutes.',
  invalid: [
    {
      name: 'seconds as people write them',
      task: { headers: { retryBackoff: '30s' } },
      finds: [{ field: 'retryBackoff', fix: 'Replace with PT30S' }],
    },
    {
      name: 'a number alone',
      task: { headers: { jobTimeout: '60' } },
      finds: [{ field: 'jobTimeout', fix: 'Replace with PT60S' }],
    },
    { name: 'weeks', task: { ...official, headers: { retryBackoff: 'P1W' } }, finds: [{ fix: 'Replace with P7D' }] },
    { name: 'a timeout of 0', task: { headers: { jobTimeout: 'PT0S' } }, finds: [{ field: 'jobTimeout', fix: null }] },
    { name: 'an expression', task: { headers: { retryBackoff: '=duration("PT30S")' } }, finds: [{ fix: null }] },
  ],
  valid: [
    { name: 'the same as a duration', task: { headers: { retryBackoff: 'PT30S' } } },
    { name: 'durations', task: { headers: { retryBackoff: 'PT30S', jobTimeout: 'PT5M' } } },
    { name: 'a backoff of 0', task: { headers: { retryBackoff: 'PT0S' } } },
    { name: 'empty', task: { headers: { retryBackoff: '', jobTimeout: '' } } },
  ],
};
