import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { AbortLike } from '@eventbridge-kit/event-job';
import type { BagItem } from './bag.ts';
import type { CallAbort } from './call-abort.ts';
import type { EntryResult } from './entry-result.ts';

/** A call on its way. */
export interface Flight {
  readonly abort: CallAbort;
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
  /** Hears that the entry has its result; one function for all entries, since one for each would cost more. */
  readonly onSettled: (pending: PendingEntry) => void;
}

/** An entry on its way to its one result. */
export class PendingEntry implements BagItem {
  bagIndex = -1;
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
  flight: Flight | undefined = undefined;
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

  /** Gives the result; all but the first are lost. */
  settle(result: EntryResult): void {
    if (this.settled) return;
    this.settled = true;
    const { flight } = this;
    if (flight !== undefined) {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.abort.abort();
    }
    this.#unlisten?.();
    this.#onSettled(this);
    this.#resolve(result);
  }
}
