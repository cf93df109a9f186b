import type { PutEventsResult } from '@eventbridge-kit/eventbridge';
import { Bag } from './bag.ts';
import { CallAbort } from './call-abort.ts';
import { asCallFailure, type CallFailure } from './call-failure.ts';
import type { PutEventsConnection } from './call.ts';
import type { EntryResult } from './entry-result.ts';
import { CredentialsRefresh } from './credentials-refresh.ts';
import { Delayed } from './delayed.ts';
import { Fifo } from './fifo.ts';
import type { Flight, PendingEntry } from './pending-entry.ts';
import { sortAnswer } from './sort-answer.ts';
import { afterFailedPreparation, afterFailure, type FailureActions } from './after-failure.ts';
import { retryDelayMs, type RetryableKind, type RetryDelays } from './retry-delay.ts';
import type { Scheduler } from './scheduler.ts';
import { takeBatch, type Batch, type CallLimits } from './take-batch.ts';
import { WakeUp } from './wake-up.ts';

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

/**
 * Node writes what a turn sends only when the turn is over. Many calls a turn would make the first one wait for the work
 * on the last; a turn for each would wake the network more often than it needs.
 */
const MAX_CALLS_PER_TURN = 8;

/** The entries of one connection: which go together in a call, and when. */
export class ConnectionQueue implements FailureActions {
  readonly #connection: PutEventsConnection;
  readonly #settings: QueueSettings;
  /** Without a result yet, wherever they are. */
  readonly #live = new Bag<PendingEntry>();
  readonly #ready = new Fifo<PendingEntry>();
  /** Parts of a call that failed as a whole; they stay together. */
  readonly #groups: PendingEntry[][] = [];
  readonly #delayed = new Delayed();
  readonly #wakeUp: WakeUp;
  readonly #credentials: CredentialsRefresh;
  #callsInFlight = 0;
  #partialCalls = 0;
  #turnIsDue = false;
  #lingerUntilMs = Infinity;
  #nextExpiryMs = Infinity;
  #preparing = false;

  constructor(connection: PutEventsConnection, settings: QueueSettings) {
    this.#connection = connection;
    this.#settings = settings;
    this.#credentials = new CredentialsRefresh(connection.refreshCredentials);
    this.#wakeUp = new WakeUp(settings.scheduler, () => this.#scheduleTurn());
  }

  put(pending: PendingEntry): void {
    this.#live.add(pending);
    this.#ready.push(pending);
    this.#nextExpiryMs = Math.min(this.#nextExpiryMs, pending.sendUntilMs);
    this.#scheduleTurn();
  }

  settle(pending: PendingEntry, result: EntryResult): void {
    this.#live.delete(pending);
    if (this.#live.size === 0) this.#scheduleTurn();
    pending.settle(result);
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
      if (pending.failures < maxAttempts && notBeforeMs < pending.sendUntilMs) {
        this.#delayed.add(pending, notBeforeMs);
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

  async refresh(entries: readonly PendingEntry[], failure: CallFailure): Promise<void> {
    const [first] = entries;
    const again = entries.filter(({ refreshed }) => !refreshed);
    for (const pending of entries) if (pending.refreshed) this.fail(pending, failure);
    if (first === undefined || again.length === 0) return;
    for (const pending of again) pending.refreshed = true;
    if (await this.#credentials.renew(first.credentialsGeneration)) this.resend([again]);
    else for (const pending of again) this.fail(pending, failure);
  }

  fail(pending: PendingEntry, failure: CallFailure): void {
    this.settle(pending, { kind: 'failed', failure, calls: pending.calls });
  }

  #scheduleTurn(): void {
    if (this.#turnIsDue) return;
    this.#turnIsDue = true;
    this.#settings.scheduler.soon(this.#turn);
  }

  /** A field, so that no function is made for each turn. */
  readonly #turn = (): void => {
    this.#turnIsDue = false;
    const nowMs = this.#settings.scheduler.nowMs();
    for (const pending of this.#delayed.takeDue(nowMs)) this.#ready.push(pending);
    this.#expire(nowMs);
    if (this.#isPrepared()) this.#send(nowMs);
    this.#setWakeUp(nowMs);
  };

  #isPrepared(): boolean {
    if (this.#preparing) return false;
    if (this.#ready.length === 0 && this.#groups.length === 0) return true;
    const preparation = this.#connection.prepare?.();
    if (preparation === undefined) return true;
    void this.#prepare(preparation);
    return false;
  }

  async #prepare(preparation: Promise<unknown>): Promise<void> {
    this.#preparing = true;
    try {
      await preparation;
    } catch (error) {
      const entries = [...this.#groups.splice(0).flat(), ...this.#ready.takeAll()];
      afterFailedPreparation(this, entries, asCallFailure(error));
    }
    this.#preparing = false;
    this.#scheduleTurn();
  }

  #expire(nowMs: number): void {
    if (nowMs < this.#nextExpiryMs) return;
    this.#nextExpiryMs = Infinity;
    for (const pending of this.#live.toArray()) {
      const untilMs = pending.sendUntilMs;
      if (untilMs <= nowMs) this.settle(pending, lastResult(pending));
      else this.#nextExpiryMs = Math.min(this.#nextExpiryMs, untilMs);
    }
  }

  #send(nowMs: number): void {
    const { maxCallsInFlight, lingerMs } = this.#settings;
    for (let calls = 0; this.#callsInFlight < maxCallsInFlight; calls++) {
      if (calls >= MAX_CALLS_PER_TURN) {
        this.#scheduleTurn();
        break;
      }
      const batch = this.#nextBatch(nowMs);
      if (batch === undefined) break;
      void this.#fly(batch, nowMs);
    }
    if (this.#ready.length === 0) this.#lingerUntilMs = Infinity;
    else this.#lingerUntilMs = Math.min(this.#lingerUntilMs, nowMs + lingerMs);
  }

  #nextBatch(nowMs: number): Batch | undefined {
    for (let group = this.#groups.shift(); group !== undefined; group = this.#groups.shift()) {
      const entries = group.filter(({ settled }) => !settled);
      if (entries.length > 0) return { entries, partial: false };
    }
    const partialToo = this.#partialCalls === 0 || this.#lingerUntilMs <= nowMs;
    const batch = takeBatch(this.#ready, this.#settings.limits, partialToo);
    // Whatever is left now came after what the batch took, all of which waited since the turn before or less.
    if (batch !== undefined) this.#lingerUntilMs = Infinity;
    return batch;
  }

  async #fly({ entries, partial }: Batch, startMs: number): Promise<void> {
    const { onCall, scheduler } = this.#settings;
    const flight: Flight = { abort: new CallAbort(), waiting: entries.length };
    let bytes = 0;
    for (const pending of entries) {
      pending.calls += 1;
      pending.flight = flight;
      pending.credentialsGeneration = this.#credentials.generation;
      bytes += pending.bytes;
    }
    this.#callsInFlight += 1;
    if (partial) this.#partialCalls += 1;
    let result: PutEventsResult | undefined;
    let failure: CallFailure | undefined;
    try {
      result = await this.#connection.putEvents(
        entries.map(({ entry }) => entry),
        { abort: flight.abort },
      );
    } catch (error) {
      failure = asCallFailure(error);
    }
    this.#callsInFlight -= 1;
    if (partial) this.#partialCalls -= 1;
    for (const pending of entries) pending.flight = undefined;
    if (result !== undefined) this.#answer(entries, result);
    if (failure !== undefined) afterFailure(this, entries, failure);
    this.#scheduleTurn();
    const durationMs = scheduler.nowMs() - startMs;
    onCall({ entries: entries.length, bytes, durationMs, ...(failure !== undefined && { failure }) });
  }

  #answer(entries: readonly PendingEntry[], result: PutEventsResult): void {
    const { done, again } = sortAnswer(entries, result);
    for (const { pending, answer } of done) this.settle(pending, answer);
    for (const [kind, retried] of again) this.retry(retried, kind, 0);
  }

  #setWakeUp(nowMs: number): void {
    if (this.#live.size === 0) {
      this.#wakeUp.cancel();
      this.#nextExpiryMs = Infinity;
      return;
    }
    const mayCall = this.#callsInFlight < this.#settings.maxCallsInFlight && !this.#preparing;
    const lingerUntilMs = mayCall ? this.#lingerUntilMs : Infinity;
    this.#wakeUp.setAt(Math.min(this.#nextExpiryMs, this.#delayed.nextMs, lingerUntilMs), nowMs);
  }
}

/** What is known of an entry whose time is over; of a call under way nothing is. */
function lastResult({ flight, last, calls }: PendingEntry): EntryResult {
  return (flight === undefined ? last : undefined) ?? { kind: 'deadline', calls };
}
