import { closeSync, openSync, writeSync } from 'node:fs';
import type { LocalBus } from '../local-bus.ts';

/** Appends each entry to a file as a line of JSON, at once, so that nothing is missing after a kill. Returns the end of it. */
export function keepLedger(bus: LocalBus, file: string): () => void {
  const descriptor = openSync(file, 'a');
  const stop = bus.subscribe((event) => void writeSync(descriptor, `${JSON.stringify(event)}\n`));
  return () => {
    stop();
    closeSync(descriptor);
  };
}
