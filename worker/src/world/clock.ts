import type { AbortLike } from '@eventbridge-kit/event-job';

/** Time, handed in so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
  /** Resolves after the time, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortLike): Promise<void>;
  /** Runs once after the time; the function it gives cancels. For what each job needs: a signal costs many times this. */
  after(ms: number, run: () => void): () => void;
}

// https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value
const MAX_TIMER_MS = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, toTimerMs(ms));
      signal?.addEventListener('abort', done);
    }),
  after: (ms, run) => {
    const timer = setTimeout(run, toTimerMs(ms));
    return () => clearTimeout(timer);
  },
};

function toTimerMs(ms: number): number {
  return Math.min(Math.max(0, ms), MAX_TIMER_MS);
}
