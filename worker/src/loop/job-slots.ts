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

export function createJobSlots(size: number): JobSlots {
  let free = size;
  let waiting: { readonly jobs: number; readonly wake: () => void }[] = [];
  return {
    worthPolling: Math.ceil(size * POLLED_PART),
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
      // Whoever was woken first may have taken them again.
      while (free < jobs) await new Promise<void>((wake) => waiting.push({ jobs, wake }));
    },
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
