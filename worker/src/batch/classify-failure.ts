import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { CallFailure, type CallFailureKind } from './call-failure.ts';
import { retryAfterMs } from './retry-after.ts';

/** Names of "the temporary credentials are over". */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredTokenException', 'ExpiredToken']);

/** A call that is too large may come back as a bare 413 from a proxy before EventBridge, without an error name. */
const TOO_LARGE_STATUS = 413;

type AwsError = Parameters<typeof isThrottlingError>[0];

/** Each kind with its test, the most telling first; throttled and transient are what the SDK itself would retry. */
const TESTS: readonly (readonly [CallFailureKind, (error: AwsError) => boolean])[] = [
  ['tooLarge', ({ $metadata }) => status($metadata) === TOO_LARGE_STATUS],
  ['credentialsExpired', ({ name }) => EXPIRED.has(name)],
  ['throttled', isThrottlingError],
  ['transient', (error) => isTransientError(error) || isServerError(error)],
  ['invalid', ({ name }) => name === 'ValidationException'],
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

function status(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
}
