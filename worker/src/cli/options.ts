import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import { parseGrpcAddress } from '../camunda/grpc/address.ts';
import { AUTH_STRATEGIES } from '../camunda/grpc/auth.ts';
import { DEFAULT_TEST_SEND_PORT } from '../test-send/port.ts';
import { LOG_FORMATS, LOG_LEVELS } from './logger.ts';
import { option } from './option.ts';
import { SERVICE_OPTIONS } from './service-options.ts';
import { checked, listOf, oneOf, onOrOff, text, wholeNumber } from './value-kinds.ts';

const DAY_MS = 86_400_000;

/** Camunda, by the names of its own clients. */
const CAMUNDA_OPTIONS = {
  grpcAddress: option({
    flag: 'grpc-address',
    env: ['ZEEBE_GRPC_ADDRESS', 'CAMUNDA_GRPC_ADDRESS'],
    kind: checked('ADDRESS', 'grpc://HOST:PORT, or grpcs://HOST:PORT for TLS', (value) => parseGrpcAddress(value).ok),
    description: 'Gateway of Camunda 8.6 or newer.',
    default: 'grpc://localhost:26500',
  }),
  authStrategy: option({
    flag: 'auth-strategy',
    env: ['CAMUNDA_AUTH_STRATEGY'],
    kind: oneOf('STRATEGY', AUTH_STRATEGIES),
    description: 'How to authenticate at Camunda.',
    default: 'OAUTH where CAMUNDA_OAUTH_URL and ZEEBE_CLIENT_ID are set, else NONE',
  }),
  oauthUrl: option({
    flag: 'oauth-url',
    env: ['CAMUNDA_OAUTH_URL'],
    kind: text('URL', 'an address'),
    description: 'Address of the token endpoint, for OAUTH.',
    default: 'none',
  }),
  clientId: option({
    flag: 'client-id',
    env: ['ZEEBE_CLIENT_ID', 'CAMUNDA_CLIENT_ID'],
    kind: text('ID', 'a client id'),
    description: 'Client id, for OAUTH.',
    default: 'none',
  }),
  clientSecret: option({
    env: ['ZEEBE_CLIENT_SECRET', 'CAMUNDA_CLIENT_SECRET'],
    kind: text('SECRET', 'a client secret'),
    description: 'Client secret, for OAUTH.',
    default: 'none',
  }),
  oauthAudience: option({
    flag: 'oauth-audience',
    env: ['CAMUNDA_ZEEBE_OAUTH_AUDIENCE', 'ZEEBE_TOKEN_AUDIENCE'],
    kind: text('AUDIENCE', 'an audience'),
    description: 'Audience of the token, for OAUTH.',
    default: 'zeebe.camunda.io',
  }),
  oauthScope: option({
    flag: 'oauth-scope',
    env: ['CAMUNDA_TOKEN_SCOPE'],
    kind: text('SCOPE', 'a scope'),
    description: 'Scope of the token, for OAUTH.',
    default: 'none',
  }),
  oauthToken: option({
    env: ['CAMUNDA_OAUTH_TOKEN'],
    kind: text('TOKEN', 'a token'),
    description: 'The token itself, for BEARER.',
    default: 'none',
  }),
  basicUser: option({
    flag: 'basic-user',
    env: ['CAMUNDA_BASIC_AUTH_USERNAME'],
    kind: text('NAME', 'a user name'),
    description: 'User name, for BASIC.',
    default: 'none',
  }),
  basicPassword: option({
    env: ['CAMUNDA_BASIC_AUTH_PASSWORD'],
    kind: text('PASSWORD', 'a password'),
    description: 'Password, for BASIC.',
    default: 'none',
  }),
  rootCertFile: option({
    flag: 'root-cert-file',
    env: ['CAMUNDA_CUSTOM_ROOT_CERT_PATH'],
    kind: text('FILE', 'a file'),
    description: 'Certificates of the authorities to trust, PEM, for grpcs.',
    default: "the system's",
  }),
  certChainFile: option({
    flag: 'cert-chain-file',
    env: ['CAMUNDA_CUSTOM_CERT_CHAIN_PATH'],
    kind: text('FILE', 'a file'),
    description: "This client's own certificate, PEM, for mutual TLS.",
    default: 'none',
  }),
  privateKeyFile: option({
    flag: 'private-key-file',
    env: ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH'],
    kind: text('FILE', 'a file'),
    description: "Key of this client's own certificate, PEM.",
    default: 'none',
  }),
  tenantIds: option({
    flag: 'tenant-ids',
    env: ['CAMUNDA_TENANT_ID'],
    kind: listOf('IDS', 'tenant ids'),
    description: 'Tenants to serve.',
    default: 'the default tenant',
  }),
};

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
    description: 'Whether Camunda pushes jobs as they become ready; off: they are polled for.',
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
    kind: listOf('ORIGINS', 'origins of web pages such as http://localhost:5173'),
    description: 'Web pages that may use the service.',
    default: 'none',
  }),
  token: option({
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN'],
    kind: checked('TOKEN', '16 or more letters, digits, - or _', (value) => /^[\w-]{16,}$/.test(value)),
    description: 'What callers send as "Authorization: Bearer TOKEN".',
    default: 'a random one, printed',
  }),
  ...SERVICE_OPTIONS,
  ...LOG_OPTIONS,
};
