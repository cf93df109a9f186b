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
  readonly entries: readonly PendingEntry[];
  /** True where more would have fitted. */
  readonly partial: boolean;
}

/**
 * Takes the next entries in their order, as many as one call takes. Where they do not fill it they stay, unless
 * `partialToo`; entries that have a result already are dropped.
 */
export function takeBatch(
  ready: Fifo<PendingEntry>,
  { maxEntries, maxBytes }: CallLimits,
  partialToo: boolean,
): Batch | undefined {
  const entries: PendingEntry[] = [];
  let bytes = 0;
  let seen = 0;
  let partial = false;
  while (entries.length < maxEntries) {
    const next = ready.peek(seen);
    if (next === undefined) {
      partial = true;
      break;
    }
    if (!next.settled) {
      if (entries.length > 0 && bytes + next.bytes >= maxBytes) break;
      entries.push(next);
      bytes += next.bytes;
    }
    seen += 1;
  }
  if (partial && entries.length > 0 && !partialToo) return undefined;
  ready.drop(seen);
  return entries.length > 0 ? { entries, partial } : undefined;
}
