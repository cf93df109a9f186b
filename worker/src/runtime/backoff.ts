/** How long to wait between tries. */
export interface BackoffSettings {
  /** Upper bound of the first wait, in milliseconds. */
  readonly baseMs: number;
  /** Upper bound of any wait, in milliseconds. */
  readonly maxMs: number;
}

/** Waits that grow with each failure in a row. */
export interface Backoff {
  /** The next wait, in milliseconds, at least 1. */
  nextMs(): number;
  /** Starts anew after a success. */
  reset(): void;
}

/**
 * Full jitter: a random part of a bound that doubles with each failure, so that many clients that lost one server do not
 * come back at the same moment. In milliseconds, not rounded.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * @param failures before this wait's own, 0 or more
 * @param random from 0 (included) to 1 (excluded)
 */
export function fullJitter({ baseMs, maxMs }: BackoffSettings, failures: number, random: number): number {
  return random * Math.min(maxMs, baseMs * 2 ** Math.min(failures, 30));
}

export function createBackoff(settings: BackoffSettings, random: () => number): Backoff {
  let failures = 0;
  return {
    nextMs: () => {
      const waitMs = fullJitter(settings, failures, random());
      failures += 1;
      return Math.max(1, Math.round(waitMs));
    },
    reset: () => {
      failures = 0;
    },
  };
}
