import type { Fifo } from './fifo.ts';
import type { PendingEntry } from './pending-entry.ts';

/** Bounds of one call. */
export interface CallLimits {
  /** At most so many entries. */
  readonly maxEntries: number;
  /** The entries' sizes together stay below this. */
  readonly maxBytes: number;
}

export interface Batch {
  readonly entries: PendingEntry[];
  /** True where not one more of the waiting entries would fit. */
  readonly full: boolean;
}

/** The next entries in their order, as many as one call takes; they stay in the queue unless the batch is wanted. */
export function takeBatch(
  ready: Fifo<PendingEntry>,
  { maxEntries, maxBytes }: CallLimits,
  wanted: (batch: Batch) => boolean,
): PendingEntry[] | undefined {
  const entries: PendingEntry[] = [];
  let bytes = 0;
  let seen = 0;
  let full = false;
  while (!full) {
    const next = ready.peek(seen);
    if (next === undefined) break;
    if (!next.settled) {
      if (entries.length > 0 && bytes + next.bytes >= maxBytes) {
        full = true;
        break;
      }
      entries.push(next);
      bytes += next.bytes;
      full = entries.length >= maxEntries;
    }
    seen += 1;
  }
  if (entries.length > 0 && !wanted({ entries, full })) return undefined;
  ready.drop(seen);
  return entries.length > 0 ? entries : undefined;
}
