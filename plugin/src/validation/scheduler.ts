import type { HasTime } from 'bpmnlint-plugin-eventbridge/core';

/** When work is done that nobody waits for. A host or a test may hand in its own. */
export interface Scheduler {
  /** The time that may be spent at once, from now on. */
  slice(): HasTime;
  /** Does the work when nothing else is to do. Returns what calls it off. */
  whenIdle(work: (hasTime: HasTime) => void): () => void;
}

/** Longest piece of work at a time, in milliseconds: half a frame at 60 Hz, so that the other half can paint it. */
const SLICE_MS = 8;

/** Work waits at most this long for an idle moment, in milliseconds. */
const MAX_WAIT_MS = 200;

function slice(): HasTime {
  const end = performance.now() + SLICE_MS;
  return () => performance.now() < end;
}

/** Idle moments of the browser; where it has no notion of them, after a short wait. */
export const idleScheduler: Scheduler = {
  slice,
  whenIdle(work) {
    const run = (): void => work(slice());
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(run, SLICE_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(run, { timeout: MAX_WAIT_MS });
    return () => cancelIdleCallback(handle);
  },
};
