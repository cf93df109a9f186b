import { setImmediate as turn } from 'node:timers/promises';
import type { Pressure } from '../batch/index.ts';

/** Resolves when the pressure is low, or when the signal aborts. */
export async function whenLow(pressure: Pressure | undefined, signal: AbortSignal): Promise<void> {
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
