import { IDEMPOTENCY_SCOPE_FORM, isIdempotencyScope } from '@eventbridge-kit/event-job';
import { MAX_REQUEST_BYTES } from '@eventbridge-kit/eventbridge';
import {
  anyText,
  checked,
  listOf,
  milliseconds,
  onOrOff,
  option,
  text,
  wholeNumber,
} from '@eventbridge-kit/node-kit/options';
import {
  ALLOWED_ENDPOINT_FORM,
  ALLOWED_ROLE_FORM,
  isOwnEndpoint,
  OWN_ENDPOINT_FORM,
  readAllowedEndpoint,
  readAllowedRole,
} from '../aws/allow-list.ts';
import { DEFAULT_REQUEST_TIMEOUT_MS } from '../aws/sender.ts';
import { DEFAULT_SECRET_PREFIX } from '../secrets/environment.ts';

/** What jobs use: secrets and AWS. The test send has the same. */
export const SERVICE_OPTIONS = {
  secretPrefix: option({
    flag: 'secret-prefix',
    env: ['CAMUNDA_CONNECTOR_SECRETPROVIDER_ENVIRONMENT_PREFIX'],
    kind: anyText('PREFIX', 'the start of variable names, or nothing'),
    description:
      'The secret NAME is the environment variable PREFIXNAME. An empty prefix makes every variable of this process a secret that diagrams can use.',
    default: DEFAULT_SECRET_PREFIX,
  }),
  secretFields: option({
    flag: 'secret-fields',
    env: ['CAMUNDA_EVENTBRIDGE_SECRET_FIELDS'],
    kind: listOf(text('FIELDS', 'variable paths such as configuration.region')),
    description: 'Fields where secret placeholders resolve too, beside authentication.',
    default: [],
  }),
  awsEndpoint: option({
    flag: 'aws-endpoint',
    env: ['AWS_ENDPOINT_URL_EVENTBRIDGE', 'AWS_ENDPOINT_URL'],
    kind: checked('URL', OWN_ENDPOINT_FORM, isOwnEndpoint),
    description: 'Address of EventBridge for tasks that name none, for example that of a local event bus.',
    defaultText: "the region's own",
  }),
  stsEndpoint: option({
    flag: 'sts-endpoint',
    env: ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'],
    kind: checked('URL', OWN_ENDPOINT_FORM, isOwnEndpoint),
    description: 'Address of STS for roles to assume.',
    defaultText: "the region's own",
  }),
  checkEventBus: option({
    flag: 'check-event-bus',
    env: ['CAMUNDA_EVENTBRIDGE_CHECK_EVENT_BUS'],
    kind: onOrOff(),
    description:
      'Whether to look up each event bus before events go to it, since AWS loses those for a bus that is not there; needs events:DescribeEventBus.',
    default: false,
  }),
  allowedEndpoints: option({
    flag: 'allowed-endpoints',
    env: ['CAMUNDA_EVENTBRIDGE_ALLOWED_ENDPOINTS'],
    kind: listOf(checked('URLS', ALLOWED_ENDPOINT_FORM, (url) => readAllowedEndpoint(url) !== undefined)),
    description: "Endpoints that a task may name beside EventBridge's own; link-local and metadata addresses never.",
    default: [],
  }),
  allowedRoles: option({
    flag: 'allowed-roles',
    env: ['CAMUNDA_EVENTBRIDGE_ALLOWED_ROLES'],
    kind: listOf(checked('ARNS', ALLOWED_ROLE_FORM, (arn) => readAllowedRole(arn) !== undefined)),
    description: 'Roles that a task may have assumed.',
    default: [],
  }),
  awsRequestTimeoutMs: option({
    flag: 'aws-request-timeout-ms',
    env: ['CAMUNDA_EVENTBRIDGE_AWS_REQUEST_TIMEOUT_MS'],
    kind: milliseconds(100, 600_000),
    description: "Longest wait for an answer of AWS; then an event is sent again, within its job's time.",
    default: DEFAULT_REQUEST_TIMEOUT_MS,
  }),
  maxEntryBytes: option({
    flag: 'max-entry-bytes',
    env: ['CAMUNDA_EVENTBRIDGE_MAX_ENTRY_BYTES'],
    kind: wholeNumber('BYTES', { min: 1_024, max: 104_857_600, unit: 'bytes' }),
    description: 'An event of this size or larger is refused before it is sent.',
    default: MAX_REQUEST_BYTES,
  }),
  idempotencyScope: option({
    flag: 'idempotency-scope',
    env: ['CAMUNDA_EVENTBRIDGE_IDEMPOTENCY_SCOPE'],
    kind: checked('NAME', IDEMPOTENCY_SCOPE_FORM, isIdempotencyScope),
    description: 'Name of this cluster in idempotency ids, for buses to which several clusters send.',
    defaultText: 'none',
  }),
};
