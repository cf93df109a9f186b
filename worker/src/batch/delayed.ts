import type { PendingEntry } from './pending-entry.ts';

/** Entries that wait for the moment of their next try. */
export class Delayed {
  #items: { readonly pending: PendingEntry; readonly notBeforeMs: number }[] = [];

  /** The first moment of all, `Infinity` where nothing waits. */
  get nextMs(): number {
    return this.#items.reduce((nextMs, { notBeforeMs }) => Math.min(nextMs, notBeforeMs), Infinity);
  }

  add(pending: PendingEntry, notBeforeMs: number): void {
    this.#items.push({ pending, notBeforeMs });
  }

  /** Takes out those whose moment has come, in the order in which they were added. */
  takeDue(nowMs: number): PendingEntry[] {
    if (this.#items.length === 0) return [];
    const due = this.#items.filter(({ notBeforeMs }) => notBeforeMs <= nowMs);
    if (due.length > 0) this.#items = this.#items.filter(({ notBeforeMs }) => notBeforeMs > nowMs);
    return due.map(({ pending }) => pending);
  }
}
