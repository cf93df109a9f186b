import type { AbortLike } from '@eventbridge-kit/event-job';
import {
  entrySizeBytes,
  MAX_ENTRIES_PER_CALL,
  MAX_REQUEST_BYTES,
  type PutEventsEntry,
} from '@eventbridge-kit/eventbridge';
import { systemClock, type Clock } from '../runtime/clock.ts';
import { CallFailure, type CallReport, type EntryResult, type PutEventsConnection } from './call.ts';
import { ConnectionQueue, type QueueSettings } from './connection-queue.ts';
import { PendingEntry } from './pending-entry.ts';
import { ByteBudget, type Pressure } from './pressure.ts';
import { AWS_RETRY_DELAYS, type RetryableKind, type RetryDelays } from './retry-delay.ts';

export interface BatcherOptions {
  /** Calls of one connection under way at a time, default 50, at least 1. */
  readonly maxCallsInFlight?: number;
  /** Longest wait of an entry for company while a call that is not full is under way, in milliseconds, default 5; 0 switches it off. */
  readonly lingerMs?: number;
  /** Failures of one entry, the first try included, after which it is given up, default 5; 1 switches retries off. */
  readonly maxAttempts?: number;
  /** What must be left of the deadline when a call starts, in milliseconds, default 1,000: the time for the command to the engine. */
  readonly marginMs?: number;
  /** Sizes of the entries of one call stay below this together, in bytes, default 1,048,576. */
  readonly maxCallBytes?: number;
  /** Sizes of entries without a result from which `pressure` is high, in bytes, default 67,108,864 (64 MiB). */
  readonly maxQueuedBytes?: number | undefined;
  /** Waits between tries, default those of the AWS SDKs. */
  readonly retryDelays?: RetryDelays;
  /** Called for each call that ended. */
  readonly onCall?: (report: CallReport) => void;
  /** Called for entries that will be sent again after a wait. */
  readonly onRetry?: (kind: RetryableKind, entries: number) => void;
  readonly clock?: Clock;
  /** Random numbers from 0 (included) to 1 (excluded). */
  readonly random?: () => number;
}

export interface PutOptions {
  /** The job's deadline, in milliseconds since 1970, or a look at it where it may move to later. */
  readonly deadlineMs: number | (() => number);
  /** Gives the entry up; the put then ends at once. */
  readonly signal?: AbortLike;
}

/** Lets entries share calls. */
export interface Batcher {
  /**
   * Sends one entry; entries of the same connection may share its calls. Never rejects: every end is a value, and each
   * put has exactly one. First tries keep the order of the puts within a connection; nothing is sent after the deadline.
   */
  put(connection: PutEventsConnection, entry: PutEventsEntry, options: PutOptions): Promise<EntryResult>;
  /** High while the entries without a result use up the byte budget: fetch no more jobs. */
  readonly pressure: Pressure;
  /** Entries without a result. */
  readonly waitingEntries: number;
  /** Their sizes together, in bytes. */
  readonly waitingBytes: number;
}

/** Throws a `RangeError` where an option is out of its bound. */
export function createBatcher(options: BatcherOptions = {}): Batcher {
  const { marginMs = 1_000, maxCallBytes = MAX_REQUEST_BYTES, maxQueuedBytes = 64 * 1024 * 1024 } = options;
  const settings = toSettings(options, maxCallBytes);
  const budget = new ByteBudget(maxQueuedBytes);
  const queues = new WeakMap<PutEventsConnection, ConnectionQueue>();
  let waitingEntries = 0;

  const onSettled = ({ bytes }: PendingEntry): void => {
    waitingEntries -= 1;
    budget.remove(bytes);
  };

  const queueOf = (connection: PutEventsConnection): ConnectionQueue => {
    const known = queues.get(connection);
    if (known !== undefined) return known;
    const queue = new ConnectionQueue(connection, settings);
    queues.set(connection, queue);
    return queue;
  };

  return {
    put: (connection, entry, { deadlineMs, signal }) => {
      const bytes = entrySizeBytes(entry);
      if (bytes >= maxCallBytes) return Promise.resolve(tooLarge(bytes, maxCallBytes));
      if (signal?.aborted === true) return Promise.resolve({ kind: 'aborted', calls: 0 });
      return new Promise((resolve) => {
        const queue = queueOf(connection);
        const pending = new PendingEntry({ entry, bytes, deadlineMs, marginMs, resolve, onSettled });
        if (signal !== undefined) {
          pending.listenTo(signal, () => queue.settle(pending, { kind: 'aborted', calls: pending.calls }));
        }
        waitingEntries += 1;
        budget.add(bytes);
        queue.put(pending);
      });
    },
    pressure: budget,
    get waitingEntries() {
      return waitingEntries;
    },
    get waitingBytes() {
      return budget.bytes;
    },
  };
}

function tooLarge(bytes: number, maxCallBytes: number): EntryResult {
  const cause = new RangeError(`The entry has ${bytes} bytes; a call takes less than ${maxCallBytes}.`);
  return { kind: 'failed', failure: new CallFailure('tooLarge', cause), calls: 0 };
}

function toSettings(options: BatcherOptions, maxBytes: number): QueueSettings {
  const { maxCallsInFlight = 50, lingerMs = 5, maxAttempts = 5 } = options;
  if (!(maxCallsInFlight >= 1)) throw new RangeError(`maxCallsInFlight is ${maxCallsInFlight}; it must be 1 or more`);
  if (!(maxAttempts >= 1)) throw new RangeError(`maxAttempts is ${maxAttempts}; it must be 1 or more`);
  if (!(lingerMs >= 0)) throw new RangeError(`lingerMs is ${lingerMs}; it must be 0 or more`);
  return {
    limits: { maxEntries: MAX_ENTRIES_PER_CALL, maxBytes },
    maxCallsInFlight,
    lingerMs,
    maxAttempts,
    retryDelays: options.retryDelays ?? AWS_RETRY_DELAYS,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    onCall: options.onCall ?? ignore,
    onRetry: options.onRetry ?? ignore,
  };
}

function ignore(): void {
  // Nobody listens.
}
