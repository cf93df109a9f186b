import { permanentError, transientError, type ConnectorError } from '@eventbridge-kit/connector';
import { hostOf } from '@eventbridge-kit/issue';
import { accessRemedy, isAccessDenied, type SendTarget } from './access-denied.ts';

/** The parts of an AWS error that may be shown. */
export interface CallErrorFacts {
  readonly name: string;
  /** Network errors have a code, for example `ECONNREFUSED`. */
  readonly code?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly message: string;
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

/** A 413 has no JSON, so that the name of such an error would be that of the failed parser. */
// https://www.rfc-editor.org/rfc/rfc9110#status.413
const TOO_LARGE_STATUS = 413;

/**
 * A failed call as an error that the error expression sees: `error.code` is AWS's own name.
 *
 * @param target what the event wanted to reach, for what AWS does not name
 * @param ownRemedy what to do, where the host knows better than the name of the error
 */
export function callError(facts: CallErrorFacts, target: SendTarget, ownRemedy?: string): ConnectorError {
  const { name, code, status } = facts;
  if (status === TOO_LARGE_STATUS) {
    const message =
      'Amazon EventBridge refused the call as too large (HTTP 413). Send less in input.detail, for example a reference.';
    return permanentError('RequestTooLarge', message, 'RequestTooLarge');
  }
  const label = name === 'Error' && code !== undefined ? code : name;
  const remedy = ownRemedy ?? remedyFor(facts, label, target);
  const message = [`Amazon EventBridge: ${label}${where(facts)}: ${sentence(facts.message)}`, remedy]
    .filter((part) => part !== undefined)
    .join(' ');
  return PERMANENT.has(name) ? permanentError(name, message, name) : transientError(label, message, label);
}

/**
 * What a job has when its time is over.
 *
 * @param wasCalled whether the event had been sent by then
 */
export function outOfTimeError(wasCalled: boolean): ConnectorError {
  const message = wasCalled
    ? "Amazon EventBridge did not answer before the job's time was over. Whether the event was accepted is not known."
    : "The job's time was over before the event could be sent. It was not sent.";
  return transientError('DeadlineExceeded', message, 'DeadlineExceeded');
}

function remedyFor({ code, message }: CallErrorFacts, label: string, target: SendTarget): string | undefined {
  if (isAccessDenied(label)) return accessRemedy(label, message, target);
  if (WRONG_REGION.test(message)) return regionRemedy(target);
  return REMEDIES[label] ?? (code === undefined ? undefined : REMEDIES[code]);
}

/** What AWS says of a signature that names another region than that of the endpoint. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html#signature-v4-troubleshooting-credential-scope
const WRONG_REGION = /\bshould be scoped to (?:a valid|correct) region\b/i;

function regionRemedy(target: SendTarget): string {
  const { region } = target.identity;
  return (
    `The call was signed for the region "${region}", and ${calledPlace(target)} is of another: correct configuration.region, or ` +
    'configuration.endpoint.'
  );
}

/** The host that a call went to, alone: an address may hold more than may be shown. */
export function calledPlace({ identity: { endpoint, region } }: SendTarget): string {
  const host = hostOf(endpoint ?? '');
  return host === undefined ? `EventBridge's address in ${region}` : `the endpoint ${host}`;
}

function where({ status, requestId }: CallErrorFacts): string {
  const parts = [
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function sentence(message: string): string {
  const text = message.trim() === '' ? 'no message' : message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
