import type { AbortLike } from '@eventbridge-kit/event-job';
import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { LightAbort } from '../runtime/abort.ts';
import type { EntryResult } from './call.ts';

/** A call that is under way. */
export interface CallInFlight {
  readonly abort: LightAbort;
  /** Entries that still wait for this call. */
  waiting: number;
}

/** What an entry brings along. */
export interface NewEntry {
  readonly entry: PutEventsEntry;
  readonly bytes: number;
  readonly deadlineMs: number | (() => number);
  readonly marginMs: number;
  /** Takes the one result. */
  readonly resolve: (result: EntryResult) => void;
  /** Called when the entry has its result; one function for all entries, since one for each would cost more. */
  readonly onSettled: (pending: PendingEntry) => void;
}

/** An entry on its way to its one result. */
export class PendingEntry {
  /** Its place among the `PendingEntries` that hold it. */
  index = -1;
  readonly entry: PutEventsEntry;
  readonly bytes: number;
  settled = false;
  /** Calls that carried it. */
  calls = 0;
  /** Failures that were followed, or could be followed, by another try. */
  failures = 0;
  /** True once credentials were refreshed for it. */
  refreshed = false;
  /** Which credentials its last call used, as `CredentialsRefresh` counts them. */
  credentialsGeneration = 0;
  /** The call that carries it now. */
  call: CallInFlight | undefined = undefined;
  /** How its last call ended, if not well. */
  last: EntryResult | undefined = undefined;
  readonly #deadlineMs: number | (() => number);
  readonly #marginMs: number;
  readonly #resolve: (result: EntryResult) => void;
  readonly #onSettled: (pending: PendingEntry) => void;
  #unlisten: (() => void) | undefined = undefined;

  constructor({ entry, bytes, deadlineMs, marginMs, resolve, onSettled }: NewEntry) {
    this.entry = entry;
    this.bytes = bytes;
    this.#deadlineMs = deadlineMs;
    this.#marginMs = marginMs;
    this.#resolve = resolve;
    this.#onSettled = onSettled;
  }

  /** The moment from which it is not sent any more, in milliseconds since 1970; it may move to later. */
  get sendUntilMs(): number {
    const own = this.#deadlineMs;
    return (typeof own === 'number' ? own : own()) - this.#marginMs;
  }

  /** Runs when the signal aborts before the result is there. */
  listenTo(signal: AbortLike, onAbort: () => void): void {
    signal.addEventListener('abort', onAbort);
    this.#unlisten = () => signal.removeEventListener('abort', onAbort);
  }

  /** Gives the result; all but the first are ignored. */
  settle(result: EntryResult): void {
    if (this.settled) return;
    this.settled = true;
    const { call } = this;
    if (call !== undefined) {
      call.waiting -= 1;
      if (call.waiting === 0) call.abort.abort();
    }
    this.#unlisten?.();
    this.#onSettled(this);
    this.#resolve(result);
  }
}

/**
 * Entries without an order. Not a `Set`: V8 links the tables that a set outgrows, so that one with much coming and going
 * can keep what it held alive until the next full collection; measured, that took up to a third more CPU time.
 */
export class PendingEntries {
  readonly #items: PendingEntry[] = [];

  get size(): number {
    return this.#items.length;
  }

  add(pending: PendingEntry): void {
    pending.index = this.#items.length;
    this.#items.push(pending);
  }

  /** The last one takes its place. What is not among them is left alone. */
  delete(pending: PendingEntry): void {
    if (this.#items[pending.index] !== pending) return;
    const last = this.#items.pop();
    if (last === undefined || last === pending) return;
    last.index = pending.index;
    this.#items[pending.index] = last;
  }

  /** A copy, so that the entries may change meanwhile. */
  toArray(): PendingEntry[] {
    return [...this.#items];
  }
}
