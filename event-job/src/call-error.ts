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

/** Beside AWS's own "Check your AWS Secret Access Key". */
const WRONG_KEY = 'Take access key and secret key from one pair, each whole.';

/** What to do, by the name AWS gives the error of a call or of an entry; what AWS says itself is not said again. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
const REMEDIES: Readonly<Record<string, string>> = {
  UnrecognizedClientException: 'Check the access key, and that it is active.',
  InvalidClientTokenId: 'Check the access key, and that it is active.',
  InvalidSignatureException: WRONG_KEY,
  SignatureDoesNotMatch: WRONG_KEY,
  IncompleteSignature: 'Check the access key: it may hold a space or a line break.',
  ExpiredTokenException: 'Get new temporary credentials.',
  ExpiredToken: 'Get new temporary credentials.',
  ThrottlingException: "Raise the account's quota in this region, or send less.",
  CredentialsProviderError: "Give the worker's environment AWS credentials, or enter keys in the task.",
  InvalidCredentials: "Correct the credentials of the worker's environment.",
  InvalidAccountIdException: 'Correct the account in input.eventBusName.',
  MalformedDetail: 'Write a JSON object in input.detail.',
  NotAuthorizedForSourceException:
    'Write another input.source ("aws." is reserved), or allow this one on the event bus.',
  NotAuthorizedForDetailTypeException: 'Write another input.detailType, or allow this one on the event bus.',
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
  const remedy =
    ownRemedy ?? remedyFor(label, facts.message, target) ?? (code === undefined ? undefined : REMEDIES[code]);
  const message = withRemedy(`Amazon EventBridge: ${label}${where(facts)}`, facts.message, remedy);
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

/** What AWS said, once, and what to do where that adds something. */
export function withRemedy(head: string, said: string, remedy: string | undefined): string {
  return [`${head}: ${sentence(said)}`, ...(remedy === undefined ? [] : [remedy])].join(' ');
}

/** What to do about the error of a call or of an entry, beside AWS's own words; undefined where those say all. */
export function remedyFor(name: string, said: string, target: SendTarget): string | undefined {
  if (isAccessDenied(name)) return accessRemedy(name, said, target, { besideMessage: true });
  if (WRONG_REGION.test(said)) return regionRemedy(target);
  if (WRONG_TIME.test(said)) return "Set this machine's clock.";
  return Object.hasOwn(REMEDIES, name) ? REMEDIES[name] : undefined;
}

/** What AWS says of a signature whose time is not its own. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html#signature-v4-troubleshooting-signature-expiration
const WRONG_TIME = /^Signature (?:expired|not yet current)\b/;

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
