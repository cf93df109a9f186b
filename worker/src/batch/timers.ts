import type { Clock } from '../runtime/clock.ts';
import type { PendingEntry } from './pending-entry.ts';

/** Entries that wait for the moment of their next try. */
export class DelayedEntries {
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

/** One timer, set to the next moment at which there is something to do. */
export class WakeUp {
  readonly #clock: Clock;
  readonly #run: () => void;
  #timer: { readonly atMs: number; readonly cancel: () => void } | undefined;

  constructor(clock: Clock, run: () => void) {
    this.#clock = clock;
    this.#run = run;
  }

  /** A timer that is set to an earlier moment stays: to look once too often costs less than to set it anew each time. */
  setAt(atMs: number, nowMs: number): void {
    if (atMs === Infinity || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return;
    this.cancel();
    const cancel = this.#clock.after(atMs - nowMs, () => {
      this.#timer = undefined;
      this.#run();
    });
    this.#timer = { atMs, cancel };
  }

  cancel(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}
