import { setImmediate as turn } from 'node:timers/promises';
import type { Pressure } from '../batch/index.ts';

/** Slots for the active jobs of one type, whether the engine pushes them or a poll brings them. */
export interface JobSlots {
  readonly free: number;
  /** Takes slots; jobs of a poll that came beside a stream may overdraw them. */
  take(jobs: number): void;
  release(jobs: number): void;
  /** Resolves when so many slots are free. */
  whenFree(jobs: number): Promise<void>;
  /** So many slots are worth a poll, so that a busy worker does not fetch jobs one by one. */
  readonly worthPolling: number;
}

/** Part of all slots that a poll waits for. */
const POLLED_PART = 0.3;
/** As many slots there are at first; more only while the process has time for more jobs. */
const FIRST_SLOTS = 100;
const GROWTH = 1.5;

/**
 * @param maxSize never more slots than this
 * @param isBusy whether this process has no time for more jobs; asked when the slots are used up
 */
export function createJobSlots(maxSize: number, isBusy: () => boolean): JobSlots {
  let size = Math.min(FIRST_SLOTS, maxSize);
  let free = size;
  let waiting: { readonly jobs: number; readonly wake: () => void }[] = [];

  /** Jobs that wait for Amazon EventBridge cost nothing but memory: others need not wait for them. */
  const grow = (): void => {
    if (size >= maxSize || isBusy()) return;
    const next = Math.min(maxSize, Math.ceil(size * GROWTH));
    free += next - size;
    size = next;
  };

  return {
    get worthPolling() {
      return Math.ceil(size * POLLED_PART);
    },
    get free() {
      return free;
    },
    take: (jobs) => {
      free -= jobs;
    },
    release: (jobs) => {
      free += jobs;
      if (waiting.length === 0) return;
      const woken = waiting.filter((one) => one.jobs <= free);
      if (woken.length === 0) return;
      waiting = waiting.filter((one) => one.jobs > free);
      for (const { wake } of woken) wake();
    },
    whenFree: async (jobs) => {
      if (free < jobs) grow();
      // Whoever was woken first may have taken them again.
      while (free < jobs) await new Promise<void>((wake) => waiting.push({ jobs, wake }));
    },
  };
}

/** Time over which the process is judged, in milliseconds. */
const LOAD_WINDOW_MS = 20;
/** Part of that time in which it computes, from which it counts as busy. */
const BUSY_PART = 0.9;

/** Whether this process computes nearly all the time, by Node's own count of its event loop. */
export function createBusyCheck(): () => boolean {
  let since = performance.eventLoopUtilization();
  let busy = false;
  return () => {
    const { active, idle, utilization } = performance.eventLoopUtilization(since);
    if (active + idle >= LOAD_WINDOW_MS) {
      busy = utilization >= BUSY_PART;
      since = performance.eventLoopUtilization();
    }
    return busy;
  };
}

/** Resolves when the pressure is low, or when the signal aborts. */
export async function whenPressureIsLow(pressure: Pressure | undefined, signal: AbortSignal): Promise<void> {
  if (pressure === undefined) return;
  // Jobs that have just come in reach the queue within this turn.
  await turn();
  if (!pressure.high || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      unlisten();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const unlisten = pressure.onChange((high) => {
      if (!high) end();
    });
    signal.addEventListener('abort', end);
  });
}
