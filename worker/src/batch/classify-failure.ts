import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { CallFailure, type CallFailureKind } from './call-failure.ts';
import { retryAfterMs } from './retry-after.ts';

/** Names of "the temporary credentials are over". */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredTokenException', 'ExpiredToken']);

/** A call that is too large may come back as a bare 413 from a proxy before EventBridge, without an error name. */
const TOO_LARGE_STATUS = 413;

/** Names of "you may not": a policy may name what one entry of the call names, so that the others may pass. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const DENIED: ReadonlySet<string> = new Set(['AccessDeniedException', 'NotAuthorized']);

/** Names of what is wrong with the caller, whatever the entries are. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
const OF_THE_CALLER: ReadonlySet<string> = new Set([
  'AccessDenied',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MalformedHttpRequestException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'OptInRequired',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnknownOperationException',
  'UnrecognizedClientException',
]);

/** Names that are not AWS's: the answer had none. */
const NAMELESS: ReadonlySet<string> = new Set(['Error', 'HttpError', 'SyntaxError', 'Unknown', 'UnknownError']);

type AwsError = Parameters<typeof isThrottlingError>[0];

/** Each kind with its test, the most telling first; throttled and transient are what the SDK itself would retry. */
const TESTS: readonly (readonly [CallFailureKind, (error: AwsError) => boolean])[] = [
  ['tooLarge', ({ $metadata }) => status($metadata) === TOO_LARGE_STATUS],
  ['credentialsExpired', ({ name }) => EXPIRED.has(name)],
  ['throttled', isThrottlingError],
  ['transient', (error) => isTransientError(error) || isServerError(error)],
  ['denied', ({ name }) => DENIED.has(name)],
  ['invalid', isAboutTheCall],
];

/**
 * Says what kind of failure a thrown value is.
 * @param aborted whether the call was given up, whatever it then threw
 */
export function classifyFailure(thrown: unknown, aborted: boolean): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  if (aborted) return new CallFailure('aborted', thrown);
  if (!(thrown instanceof Error)) return new CallFailure('refused', thrown);
  const kind = TESTS.find(([, test]) => test(thrown as AwsError))?.[0] ?? 'refused';
  return new CallFailure(kind, thrown, retryAfterMs(thrown));
}

/** Whatever else AWS says of a call may be the fault of one entry: to send the rest apart costs a few calls, not jobs. */
function isAboutTheCall({ name, $metadata }: AwsError): boolean {
  const code = Number(status($metadata));
  return code >= 400 && code < 500 && !OF_THE_CALLER.has(name) && !NAMELESS.has(name);
}

function status(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
}
