import { fullJitter } from '../runtime/backoff.ts';

/** Failures after which the same entry may be sent again. */
export type RetryableKind = 'throttled' | 'transient';

/** How long a failed entry waits for its next try. */
export interface RetryDelays {
  /** Upper bound of the wait after the first failure, in milliseconds; it doubles with each further one. */
  readonly baseMs: Readonly<Record<RetryableKind, number>>;
  /** Upper bound of any wait, in milliseconds. */
  readonly maxMs: number;
}

/** The waits of the AWS SDK for JavaScript. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/submodules/retry/util-retry/StandardRetryStrategy.ts
export const AWS_RETRY_DELAYS: RetryDelays = { baseMs: { transient: 50, throttled: 1_000 }, maxMs: 20_000 };

/** An endpoint that asks for a longer wait is obeyed up to so much beyond the jitter, in milliseconds. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/submodules/retry/util-retry/StandardRetryStrategy.ts
const MAX_HINT_MS = 5_000;

/**
 * The wait before an entry's next try, in whole milliseconds.
 * @param failures failures of this entry so far, 1 or more
 * @param random from 0 (included) to 1 (excluded)
 * @param hintMs wait that the endpoint asked for, 0 for none
 */
export function retryDelayMs(
  kind: RetryableKind,
  failures: number,
  random: number,
  hintMs: number,
  { baseMs, maxMs }: RetryDelays,
): number {
  const jitterMs = Math.floor(fullJitter({ baseMs: baseMs[kind], maxMs }, failures - 1, random));
  return Math.max(jitterMs, Math.min(hintMs, jitterMs + MAX_HINT_MS));
}
