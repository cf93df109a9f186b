import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { EntryResult } from './entry-result.ts';

/** A call on its way. */
export interface Flight {
  readonly entries: readonly PendingEntry[];
  /** True where more entries would have fitted. */
  readonly partial: boolean;
  readonly abort: AbortController;
  /** Entries that still wait for this call. */
  waiting: number;
}

/** An entry on its way to its one result. */
export interface PendingEntry {
  readonly entry: PutEventsEntry;
  readonly bytes: number;
  /** The moment from which it is not sent any more, in milliseconds since 1970; it may move to later. */
  readonly sendUntilMs: () => number;
  /** Takes the one result. */
  readonly finish: (result: EntryResult) => void;
  settled: boolean;
  /** Calls that carried it. */
  calls: number;
  /** Failures that were followed, or could be followed, by another try. */
  failures: number;
  /** True once credentials were refreshed for it. */
  refreshed: boolean;
  /** The call that carries it now. */
  flight: Flight | undefined;
  /** How its last call ended, if not well. */
  last: EntryResult | undefined;
}
