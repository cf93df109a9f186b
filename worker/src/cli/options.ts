import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import { isOrigin, ORIGIN_FORM } from '../test-send/origins.ts';
import { DEFAULT_TEST_SEND_PORT } from '../test-send/port.ts';
import { CAMUNDA_OPTIONS } from './camunda-options.ts';
import { LOG_FORMATS, LOG_LEVELS } from './logger.ts';
import { option } from './option.ts';
import { SERVICE_OPTIONS } from './service-options.ts';
import { checked, listOf, oneOf, onOrOff, text, wholeNumber } from './value-kinds.ts';

const DAY_MS = 86_400_000;

/** Jobs and how they are taken. */
const JOB_OPTIONS = {
  jobTypes: option({
    flag: 'job-types',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_TYPES'],
    kind: listOf('TYPES', 'job types'),
    description: 'Job types to serve.',
    default: SEND_EVENT_JOB_TYPE,
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
    kind: wholeNumber('COUNT', 1, 10_000),
    description: 'Jobs of each type at a time.',
    default: '100',
  }),
  jobTimeoutMs: option({
    flag: 'job-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_TIMEOUT_MS'],
    kind: wholeNumber('MS', 1_000, DAY_MS),
    description: 'How long a job belongs to this worker; the task header jobTimeout overrides it.',
    default: '60000',
  }),
  requestTimeoutMs: option({
    flag: 'request-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_REQUEST_TIMEOUT_MS'],
    kind: wholeNumber('MS', 1_000, 600_000),
    description: 'How long the gateway may hold a request for jobs open.',
    default: '30000',
  }),
  jobStreaming: option({
    flag: 'job-streaming',
    env: ['CAMUNDA_EVENTBRIDGE_JOB_STREAMING'],
    kind: onOrOff(),
    description: 'Whether Camunda pushes jobs as they become ready; off, or over REST: they are polled for.',
    default: 'on',
  }),
  drainTimeoutMs: option({
    flag: 'drain-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_DRAIN_TIMEOUT_MS'],
    kind: wholeNumber('MS', 0, 3_600_000),
    description:
      'On SIGTERM or SIGINT, running jobs get so long; then they are given back with their retries unchanged.',
    default: '20000',
  }),
};

const LOG_OPTIONS = {
  logLevel: option({
    flag: 'log-level',
    env: ['CAMUNDA_EVENTBRIDGE_LOG_LEVEL'],
    kind: oneOf('LEVEL', LOG_LEVELS),
    description: 'Least important messages to log.',
    default: 'info',
  }),
  logFormat: option({
    flag: 'log-format',
    env: ['CAMUNDA_EVENTBRIDGE_LOG_FORMAT'],
    kind: oneOf('FORMAT', LOG_FORMATS),
    description: 'json for machines, pretty for people.',
    default: 'pretty on a terminal, else json',
  }),
};

/** Everything that `camunda-eventbridge-worker` takes. */
export const WORKER_OPTIONS = {
  ...CAMUNDA_OPTIONS,
  ...JOB_OPTIONS,
  ...SERVICE_OPTIONS,
  healthPort: option({
    flag: 'health-port',
    env: ['CAMUNDA_EVENTBRIDGE_HEALTH_PORT'],
    kind: wholeNumber('PORT', 1, 65_535),
    description: 'Port for /livez, /readyz and /metrics.',
    default: 'none, no such server',
  }),
  healthHost: option({
    flag: 'health-host',
    env: ['CAMUNDA_EVENTBRIDGE_HEALTH_HOST'],
    kind: text('HOST', 'an address of this machine'),
    description: 'Address to listen on; 0.0.0.0 in a container.',
    default: '127.0.0.1',
  }),
  ...LOG_OPTIONS,
};

/** Everything that `camunda-eventbridge-worker test-send` takes. */
export const TEST_SEND_OPTIONS = {
  port: option({
    flag: 'port',
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_PORT'],
    kind: wholeNumber('PORT', 0, 65_535),
    description: 'Port on 127.0.0.1; where it is in use, the next free one. 0: any.',
    default: String(DEFAULT_TEST_SEND_PORT),
  }),
  allowedOrigins: option({
    flag: 'allowed-origins',
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_ORIGINS'],
    kind: listOf('ORIGINS', ORIGIN_FORM, isOrigin),
    description:
      'Web pages that may use the service. null: every page without an address, a sandboxed frame of any page among them, so that the token alone keeps them out; needs a random token.',
    default: 'none',
  }),
  token: option({
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN'],
    kind: checked('TOKEN', '16 or more letters, digits, - or _', (value) => /^[\w-]{16,}$/.test(value)),
    description: 'What callers send as "Authorization: Bearer TOKEN".',
    default: 'a random one, printed',
  }),
  ...SERVICE_OPTIONS,
  // A person who looks at an accepted event must not be told that it arrived.
  checkEventBus: option({ ...SERVICE_OPTIONS.checkEventBus, default: 'on' }),
  ...LOG_OPTIONS,
};
