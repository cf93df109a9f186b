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
 * Exponential growth with full jitter: each wait is a random part of the doubled bound, so that many workers that lost
 * one gateway do not come back at the same moment.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function createBackoff(settings: BackoffSettings, random: () => number): Backoff {
  let failures = 0;
  return {
    nextMs: () => {
      const boundMs = Math.min(settings.maxMs, settings.baseMs * 2 ** Math.min(failures, 30));
      failures += 1;
      return Math.max(1, Math.round(random() * boundMs));
    },
    reset: () => {
      failures = 0;
    },
  };
}
