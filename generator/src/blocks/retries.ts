import { header } from '../bindings/header.ts';
import { taskDefinition } from '../bindings/task-definition.ts';
import { orEmpty } from '../definition/patterns.ts';
import { string } from '../types/string.ts';

/** Group of `retries`. */
export const retriesGroup = { retries: { label: 'Retries' } } as const;

/**
 * An ISO 8601 duration of days, hours, minutes and seconds: what Camunda's connector runtime reads. Source:
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Duration.html#parse(java.lang.CharSequence)
 */
const DURATION = String.raw`^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?$`;

const DURATION_MESSAGE = 'must be an ISO 8601 duration of days and time, for example PT30S or P1DT12H';

const DURATIONS_LINK =
  '<a href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-duration" target="_blank">ISO 8601 duration</a>';

/** Retries, the wait between them, and the time a job may take. Needs the group `retriesGroup`. */
export function retries() {
  return {
    retries: string({
      label: 'Retries',
      description:
        'How often a failed job is tried before an incident is raised. See <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#completing-or-failing-jobs" target="_blank">retries</a>.',
      value: '3',
      feel: 'optional',
      group: 'retries',
      binding: taskDefinition('retries'),
      constraints: { pattern: { value: orEmpty(String.raw`^\d+$`), message: 'must be a whole number, for example 3' } },
      reference: { accepts: 'a whole number, 0 or more', example: '3' },
    }),
    retryBackoff: string({
      label: 'Retry backoff',
      description: `How long a failed job waits before its next try, as an ${DURATIONS_LINK}.`,
      value: 'PT30S',
      placeholder: 'PT30S',
      group: 'retries',
      binding: header('retryBackoff'),
      constraints: { pattern: { value: orEmpty(DURATION), message: DURATION_MESSAGE } },
      reference: { accepts: 'an ISO 8601 duration of days and time', example: 'PT30S' },
    }),
    jobTimeout: string({
      label: 'Job timeout',
      description: `How long a worker may hold the job before another may take it, as an ${DURATIONS_LINK}. Empty: the worker's own setting.`,
      placeholder: 'PT1M',
      group: 'retries',
      binding: header('jobTimeout'),
      constraints: { pattern: { value: orEmpty(DURATION), message: DURATION_MESSAGE } },
      reference: { accepts: 'an ISO 8601 duration of days and time, longer than zero', example: 'PT1M' },
    }),
  } as const;
}
