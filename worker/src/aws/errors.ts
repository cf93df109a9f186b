import { hostOf } from '@eventbridge-kit/issue';
import { permanentError, transientError, type ConnectorError } from '@eventbridge-kit/connector';
import { ForeignAnswer } from './put-events/answer-errors.ts';
import { ProxyError } from '../network/proxy-error.ts';
import { accessRemedy, isAccessDenied, type SendTarget } from '@eventbridge-kit/event-job';

/**
 * The parts of an AWS error that may be shown. The rest stays inside: `$response` alone holds the access key id and the
 * session token.
 */
export interface AwsErrorFacts {
  readonly name: string;
  /** Network errors have a code, for example `ECONNREFUSED`. */
  readonly code?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly message: string;
}

/** Hides what must not be shown, of a whole text: cut first, it would leave a part of a secret. */
export type Hide = (text: string) => string;

/** Reads a thrown value by the whitelist. */
export function awsErrorFacts(error: unknown, hide: Hide = (text) => text): AwsErrorFacts {
  if (!(error instanceof Error)) return { name: 'Error', message: 'not an error object' };
  const code = textAt(error, 'code');
  const metadata: unknown = Reflect.get(error, '$metadata');
  const status: unknown = isObject(metadata) ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  const requestId = isObject(metadata) ? textAt(metadata, 'requestId') : undefined;
  return {
    name: error.name,
    message: firstLine(hide(error.message)),
    ...(code !== undefined && { code }),
    ...(typeof status === 'number' && { status }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** What to do, by the name AWS gives the error. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const REMEDIES: Readonly<Record<string, string>> = {
  UnrecognizedClientException: 'Check the access key, and that it is active.',
  InvalidClientTokenId: 'Check the access key, and that it is active.',
  InvalidSignatureException: "Check the secret key, and this machine's clock.",
  SignatureDoesNotMatch: "Check the secret key, and this machine's clock.",
  IncompleteSignature: 'Check the access key: it may hold a space or a line break.',
  ExpiredTokenException: 'Get new temporary credentials.',
  ExpiredToken: 'Get new temporary credentials.',
  ThrottlingException: "The account's rate in this region is used up: raise it, or send less.",
  CredentialsProviderError:
    "The worker's environment offers no AWS credentials: give it some, or enter keys in the task.",
  InvalidCredentials: "Correct the credentials of the worker's environment.",
  ENOTFOUND: 'Check the region and the endpoint.',
  ECONNREFUSED: 'Check the endpoint: nothing listens there.',
};

/** Errors that the same call would meet again. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
const PERMANENT = new Set([
  'InvalidCredentials',
  'ValidationException',
  'InvalidEndpointIdException',
  'ResourceNotFoundException',
]);

/**
 * A failed call as an error that the error expression sees: `error.code` is AWS's own name.
 *
 * @param target what the event wanted to reach, for what AWS does not name
 */
export function toConnectorError(error: unknown, target: SendTarget, hide?: Hide): ConnectorError {
  const facts = awsErrorFacts(error, hide);
  const { name, code, status } = facts;
  // A 413 has no JSON, so that its name would be that of the failed parser.
  if (status === 413) {
    const message =
      'Amazon EventBridge refused the call as too large (HTTP 413). Send less in input.detail, for example a reference.';
    return permanentError('RequestTooLarge', message, 'RequestTooLarge');
  }
  if (error instanceof ForeignAnswer)
    return transientError(NOT_EVENT_BRIDGE, foreignMessage(error, target), NOT_EVENT_BRIDGE);
  const label = name === 'Error' && code !== undefined ? code : name;
  const remedy = remedyFor(error, facts, label, target);
  const message = [`Amazon EventBridge: ${label}${where(facts)}: ${sentence(facts.message)}`, remedy]
    .filter((part) => part !== undefined)
    .join(' ');
  return PERMANENT.has(name) ? permanentError(name, message, name) : transientError(label, message, label);
}

function remedyFor(
  error: unknown,
  { code, message }: AwsErrorFacts,
  label: string,
  target: SendTarget,
): string | undefined {
  if (error instanceof ProxyError) return error.remedy;
  if (isAccessDenied(label)) return accessRemedy(label, message, target);
  if (WRONG_REGION.test(message)) return regionRemedy(target);
  return REMEDIES[label] ?? (code === undefined ? undefined : REMEDIES[code]);
}

/** What `error.code` is where something else than EventBridge answered. */
const NOT_EVENT_BRIDGE = 'NotEventBridge';

// https://www.rfc-editor.org/rfc/rfc9110#status.407
const PROXY_CREDENTIALS_WANTED = 407;

function foreignMessage(
  { description, $metadata: { httpStatusCode: status } }: ForeignAnswer,
  target: SendTarget,
): string {
  return [
    `What answers for ${placeOf(target)} is not Amazon EventBridge (${description}): most likely a proxy, a sign-in page or`,
    `another server on the way${status === PROXY_CREDENTIALS_WANTED ? ', which wants a user and a password' : ''}.`,
    ...(status < 300 ? ['Whether the event was accepted is not known.'] : []),
    'Let the proxy pass that host, set HTTPS_PROXY or NO_PROXY, or correct configuration.region and configuration.endpoint.',
  ].join(' ');
}

/** What AWS says of a signature that names another region than that of the endpoint. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html#signature-v4-troubleshooting-credential-scope
const WRONG_REGION = /\bshould be scoped to (?:a valid|correct) region\b/i;

function regionRemedy(target: SendTarget): string {
  const { region } = target.identity;
  return (
    `The call was signed for the region "${region}", and ${placeOf(target)} is of another: correct configuration.region, or ` +
    'configuration.endpoint.'
  );
}

/** The host alone: an address may hold more than may be shown. */
function placeOf({ identity: { endpoint, region } }: SendTarget): string {
  const host = hostOf(endpoint ?? '');
  return host === undefined ? `EventBridge's address in ${region}` : `the endpoint ${host}`;
}

function where({ status, requestId }: AwsErrorFacts): string {
  const parts = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** A refused signature is followed by the signed text, which holds the session token: only the first line is shown. */
function firstLine(message: string): string {
  const [line = ''] = message.split('\n');
  return line.length > 1000 ? `${line.slice(0, 1000)}...` : line;
}

function sentence(message: string): string {
  const text = message.trim() === '' ? 'no message' : message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textAt(object: object, key: string): string | undefined {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' ? value : undefined;
}
