import type { Send } from './variant.ts';

export interface LoadResult {
  readonly events: number;
  /** From the first send to the last answer. */
  readonly elapsedMs: number;
  /** Of each send, in milliseconds. */
  readonly latenciesMs: readonly number[];
}

/** Keeps so many events under way until the time is over, then waits for those that still are. */
export async function runLoad(
  send: Send,
  eventsPerSend: number,
  inFlight: number,
  durationMs: number,
): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const startMs = performance.now();
  const endMs = startMs + durationMs;
  const sendOn = async (): Promise<void> => {
    for (let nowMs = performance.now(); nowMs < endMs;) {
      await send(eventsPerSend);
      const doneMs = performance.now();
      latenciesMs.push(doneMs - nowMs);
      nowMs = doneMs;
    }
  };
  await Promise.all(Array.from({ length: Math.ceil(inFlight / eventsPerSend) }, sendOn));
  return { events: latenciesMs.length * eventsPerSend, elapsedMs: performance.now() - startMs, latenciesMs };
}
