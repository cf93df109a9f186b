import { listOf, milliseconds, onOrOff, option, text, wholeNumber } from '@eventbridge-kit/node-kit/options';
import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';

const DAY_MS = 86_400_000;

/** Jobs and how they are taken. */
export const JOB_OPTIONS = {
  jobTypes: option({
    flag: 'job-types',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_TYPES'],
    kind: listOf(text('TYPES', 'job types')),
    description: 'Job types to serve.',
    default: [SEND_EVENT_JOB_TYPE],
  }),
  workerName: option({
    flag: 'worker-name',
    env: ['CAMUNDA_WORKER_NAME'],
    kind: text('NAME', 'a name'),
    description: 'Name under which operators see this worker.',
    default: 'camunda-eventbridge-worker',
  }),
  maxActiveJobs: option({
    flag: 'max-active-jobs',
    env: ['CAMUNDA_EVENTBRIDGE_MAX_ACTIVE_JOBS'],
    kind: wholeNumber('COUNT', { min: 1, max: 10_000, unit: 'jobs' }),
    description: 'Most jobs of each type at a time; above 100 only while the worker has time for more.',
    default: 400,
  }),
  jobTimeoutMs: option({
    flag: 'job-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_TIMEOUT_MS'],
    kind: milliseconds(1_000, DAY_MS),
    description: 'How long a job belongs to this worker; the task header jobTimeout overrides it.',
    default: 60_000,
  }),
  requestTimeoutMs: option({
    flag: 'request-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_REQUEST_TIMEOUT_MS'],
    kind: milliseconds(1_000, 600_000),
    description: 'How long the gateway may hold a request for jobs open.',
    default: 30_000,
  }),
  jobStreaming: option({
    flag: 'job-streaming',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_STREAMING'],
    kind: onOrOff(),
    description: 'Whether Camunda pushes jobs as they become ready; off, or over REST: they are polled for.',
    default: true,
  }),
  drainTimeoutMs: option({
    flag: 'drain-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_DRAIN_TIMEOUT_MS'],
    kind: milliseconds(0, 3_600_000),
    description:
      'On SIGTERM or SIGINT, running jobs get so long; then they are given back with their retries unchanged.',
    default: 20_000,
  }),
};
