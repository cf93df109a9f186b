import type { PutEventsResult } from '@eventbridge-kit/eventbridge';
import { asCallFailure, type CallFailure } from './call-failure.ts';
import type { PutEventsConnection } from './call.ts';
import type { EntryResult } from './entry-result.ts';
import { Fifo } from './fifo.ts';
import type { Flight, PendingEntry } from './pending-entry.ts';
import { sortAnswer } from './sort-answer.ts';
import { afterFailure, type FailureActions } from './after-failure.ts';
import { retryDelayMs, type RetryableKind, type RetryDelays } from './retry-delay.ts';
import type { Scheduler } from './scheduler.ts';
import { takeBatch, type Batch, type CallLimits } from './take-batch.ts';

/** What one call did. */
export interface CallReport {
  readonly entries: number;
  readonly bytes: number;
  readonly durationMs: number;
  /** Absent where an answer came. */
  readonly failure?: CallFailure;
}

export interface QueueSettings {
  readonly limits: CallLimits;
  readonly maxCallsInFlight: number;
  readonly lingerMs: number;
  readonly maxAttempts: number;
  readonly retryDelays: RetryDelays;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly onCall: (report: CallReport) => void;
  readonly onRetry: (kind: RetryableKind, entries: number) => void;
}

/** The entries of one connection: which go together in a call, and when. */
export class ConnectionQueue implements FailureActions {
  readonly #connection: PutEventsConnection;
  readonly #settings: QueueSettings;
  /** Without a result yet, wherever they are. */
  readonly #live = new Set<PendingEntry>();
  readonly #ready = new Fifo<PendingEntry>();
  /** Parts of a call that failed as a whole; they stay together. */
  readonly #groups: PendingEntry[][] = [];
  #delayed: { readonly pending: PendingEntry; readonly notBeforeMs: number }[] = [];
  #callsInFlight = 0;
  #partialCalls = 0;
  #turnIsDue = false;
  #lingerUntilMs = Infinity;
  #nextExpiryMs = Infinity;
  #timer: { readonly atMs: number; readonly cancel: () => void } | undefined;
  #refreshing: Promise<unknown> | undefined;

  constructor(connection: PutEventsConnection, settings: QueueSettings) {
    this.#connection = connection;
    this.#settings = settings;
  }

  get callsInFlight(): number {
    return this.#callsInFlight;
  }

  put(pending: PendingEntry): void {
    this.#live.add(pending);
    this.#ready.push(pending);
    this.#nextExpiryMs = Math.min(this.#nextExpiryMs, pending.sendUntilMs());
    this.#scheduleTurn();
  }

  settle(pending: PendingEntry, result: EntryResult): void {
    if (pending.settled) return;
    pending.settled = true;
    this.#live.delete(pending);
    if (this.#live.size === 0) this.#scheduleTurn();
    const { flight } = pending;
    if (flight !== undefined) {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.abort.abort();
    }
    pending.finish(result);
  }

  retry(entries: readonly PendingEntry[], kind: RetryableKind, hintMs: number): void {
    const { scheduler, random, maxAttempts, retryDelays, onRetry } = this.#settings;
    const nowMs = scheduler.nowMs();
    // One draw for the call: entries that failed together share their next call too.
    const draw = random();
    let retried = 0;
    for (const pending of entries) {
      pending.failures += 1;
      const notBeforeMs = nowMs + retryDelayMs(kind, pending.failures, draw, hintMs, retryDelays);
      if (pending.failures < maxAttempts && notBeforeMs < pending.sendUntilMs()) {
        this.#delayed.push({ pending, notBeforeMs });
        retried += 1;
      } else {
        this.settle(pending, lastResult(pending));
      }
    }
    if (retried > 0) onRetry(kind, retried);
  }

  resend(groups: readonly PendingEntry[][]): void {
    this.#groups.push(...groups);
    this.#scheduleTurn();
  }

  async refresh(entries: PendingEntry[], failure: CallFailure): Promise<void> {
    const { refreshCredentials } = this.#connection;
    const again = refreshCredentials === undefined ? [] : entries.filter(({ refreshed }) => !refreshed);
    for (const pending of entries) if (!again.includes(pending)) this.fail(pending, failure);
    if (refreshCredentials === undefined || again.length === 0) return;
    for (const pending of again) pending.refreshed = true;
    this.#refreshing ??= refreshCredentials().finally(() => {
      this.#refreshing = undefined;
    });
    try {
      await this.#refreshing;
      this.resend([again]);
    } catch {
      for (const pending of again) this.fail(pending, failure);
    }
  }

  fail(pending: PendingEntry, failure: CallFailure): void {
    this.settle(pending, { kind: 'failed', failure, calls: pending.calls });
  }

  #scheduleTurn(): void {
    if (this.#turnIsDue) return;
    this.#turnIsDue = true;
    this.#settings.scheduler.soon(() => {
      this.#turnIsDue = false;
      const nowMs = this.#settings.scheduler.nowMs();
      this.#wakeDelayed(nowMs);
      this.#expire(nowMs);
      this.#send(nowMs);
      this.#setTimer(nowMs);
    });
  }

  #wakeDelayed(nowMs: number): void {
    if (this.#delayed.length === 0) return;
    const later = this.#delayed.filter(({ notBeforeMs }) => notBeforeMs > nowMs);
    for (const { pending, notBeforeMs } of this.#delayed) if (notBeforeMs <= nowMs) this.#ready.push(pending);
    this.#delayed = later;
  }

  #expire(nowMs: number): void {
    if (nowMs < this.#nextExpiryMs) return;
    this.#nextExpiryMs = Infinity;
    for (const pending of this.#live) {
      const untilMs = pending.sendUntilMs();
      if (untilMs <= nowMs) this.settle(pending, lastResult(pending));
      else this.#nextExpiryMs = Math.min(this.#nextExpiryMs, untilMs);
    }
  }

  #send(nowMs: number): void {
    const { limits, maxCallsInFlight, lingerMs } = this.#settings;
    const wanted = ({ full }: Batch): boolean => full || this.#partialCalls === 0 || this.#lingerUntilMs <= nowMs;
    while (this.#callsInFlight < maxCallsInFlight) {
      const group = this.#groups.shift();
      const batch = group?.filter(({ settled }) => !settled) ?? takeBatch(this.#ready, limits, wanted);
      if (batch === undefined) break;
      if (batch.length === 0) continue;
      const partial = group === undefined && batch.length < limits.maxEntries && this.#ready.length === 0;
      // Whatever is left now came in this very turn: entries that waited longer went with this call.
      if (group === undefined) this.#lingerUntilMs = Infinity;
      void this.#fly(batch, partial, nowMs);
    }
    if (this.#ready.length === 0) this.#lingerUntilMs = Infinity;
    else this.#lingerUntilMs = Math.min(this.#lingerUntilMs, nowMs + lingerMs);
  }

  async #fly(entries: readonly PendingEntry[], partial: boolean, startMs: number): Promise<void> {
    const { onCall, scheduler } = this.#settings;
    const flight: Flight = { entries, partial, abort: new AbortController(), waiting: entries.length };
    let bytes = 0;
    for (const pending of entries) {
      pending.calls += 1;
      pending.flight = flight;
      bytes += pending.bytes;
    }
    this.#callsInFlight += 1;
    if (partial) this.#partialCalls += 1;
    let result: PutEventsResult | undefined;
    let failure: CallFailure | undefined;
    try {
      result = await this.#connection.putEvents(
        entries.map(({ entry }) => entry),
        { abort: flight.abort.signal },
      );
    } catch (error) {
      failure = asCallFailure(error);
    }
    this.#callsInFlight -= 1;
    if (partial) this.#partialCalls -= 1;
    for (const pending of entries) pending.flight = undefined;
    const durationMs = scheduler.nowMs() - startMs;
    onCall({ entries: entries.length, bytes, durationMs, ...(failure !== undefined && { failure }) });
    if (result !== undefined) this.#answer(entries, result);
    if (failure !== undefined) afterFailure(this, entries, failure);
    this.#scheduleTurn();
  }

  #answer(entries: readonly PendingEntry[], result: PutEventsResult): void {
    const { done, again } = sortAnswer(entries, result);
    for (const { pending, answer } of done) this.settle(pending, answer);
    for (const [kind, retried] of again) this.retry(retried, kind, 0);
  }

  #setTimer(nowMs: number): void {
    if (this.#live.size === 0) {
      this.#timer?.cancel();
      this.#timer = undefined;
      this.#nextExpiryMs = Infinity;
      return;
    }
    let atMs = this.#nextExpiryMs;
    for (const { notBeforeMs } of this.#delayed) atMs = Math.min(atMs, notBeforeMs);
    if (this.#callsInFlight < this.#settings.maxCallsInFlight) atMs = Math.min(atMs, this.#lingerUntilMs);
    if (atMs === Infinity || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return;
    this.#timer?.cancel();
    const cancel = this.#settings.scheduler.after(atMs - nowMs, () => {
      this.#timer = undefined;
      this.#scheduleTurn();
    });
    this.#timer = { atMs, cancel };
  }
}

/** What is known of an entry whose time is over; of a call under way nothing is. */
function lastResult({ flight, last, calls }: PendingEntry): EntryResult {
  return (flight === undefined ? last : undefined) ?? { kind: 'deadline', calls };
}
