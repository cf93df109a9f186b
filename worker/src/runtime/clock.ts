import type { AbortLike } from '@eventbridge-kit/event-job';

/** Time and turns, handed in so that a test can move them. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
  /** Runs after what is happening now, before any timer that is not due yet. */
  soon(run: () => void): void;
  /** Runs once after the time; the function it gives cancels. */
  after(delayMs: number, run: () => void): () => void;
}

// https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value
const MAX_TIMER_MS = 2_147_483_647;

/** The machine's own. A turn is one `setImmediate`, so that all jobs of one network read come before it. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  soon: (run) => {
    setImmediate(run);
  },
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(Math.max(0, delayMs), MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Resolves after the time, or at once when the signal aborts; never rejects. */
export function sleep(clock: Clock, ms: number, signal?: AbortLike): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const done = (): void => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal?.addEventListener('abort', done);
  });
}
