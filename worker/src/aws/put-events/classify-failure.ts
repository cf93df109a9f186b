import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { CallFailure, type CallFailureKind } from '../../batch/index.ts';
import { firstValue, type HeaderPairs } from '../../network/http-call.ts';
import { AnswerError, ForeignAnswer, TOO_LARGE_STATUS } from './answer-errors.ts';

/** Names of "the temporary credentials are over". */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredTokenException', 'ExpiredToken']);

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

/** The wait that an answer asks for, in milliseconds; 0 for none. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/submodules/retry/middleware-retry/parseRetryAfterHeader.ts
function retryAfterMs(error: Error): number {
  const headers = headersOf(error);
  const ms = Number(firstValue(headers, 'x-amz-retry-after') ?? NaN);
  // https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
  const seconds = Number(firstValue(headers, 'retry-after') ?? NaN);
  const askedMs = Number.isNaN(ms) ? seconds * 1000 : ms;
  return Number.isFinite(askedMs) && askedMs > 0 ? askedMs : 0;
}

/** Our own errors have the pairs, the SDK's a record inside the response. */
function headersOf(error: Error): HeaderPairs {
  if (error instanceof AnswerError || error instanceof ForeignAnswer) return error.headers;
  const response: unknown = Reflect.get(error, '$response');
  const record: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : {};
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).map(([name, value]) => [name, String(value)] as const);
}
