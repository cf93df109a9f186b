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

/** Entries that may be sent now, first in, first out. */
export class ReadyQueue {
  #items: PendingEntry[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(pending: PendingEntry): void {
    this.#items.push(pending);
  }

  takeAll(): PendingEntry[] {
    const all = this.#items.slice(this.#head);
    this.#drop(all.length);
    return all;
  }

  /**
   * Takes the next entries in their order, as many as one call takes. Where they do not fill it they stay, unless
   * `partialToo`; entries that have a result already are dropped.
   */
  takeBatch({ maxEntries, maxBytes }: CallLimits, partialToo: boolean): Batch | undefined {
    const entries: PendingEntry[] = [];
    let bytes = 0;
    let seen = 0;
    let partial = false;
    while (entries.length < maxEntries) {
      const next = this.#items[this.#head + seen];
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
    this.#drop(seen);
    return entries.length > 0 ? { entries, partial } : undefined;
  }

  #drop(count: number): void {
    this.#head = Math.min(this.#head + count, this.#items.length);
    if (this.#head === this.#items.length) {
      this.#items.length = 0;
      this.#head = 0;
    } else if (this.#head * 2 > this.#items.length) {
      // Moving the rest at each call would make a long queue slow.
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
  }
}
