import type { PutEventsResult } from '@eventbridge-kit/eventbridge';
import { LightAbort } from '../runtime/abort.ts';
import type { Clock } from '../runtime/clock.ts';
import { sortAnswer, suspectParts } from './after-call.ts';
import {
  asCallFailure,
  type CallFailure,
  type CallReport,
  type EntryResult,
  type PutEventsConnection,
} from './call.ts';
import { CredentialsRefresh } from './credentials-refresh.ts';
import { PendingEntries, type CallInFlight, type PendingEntry } from './pending-entry.ts';
import { ReadyQueue, type Batch, type CallLimits } from './ready-queue.ts';
import { retryDelayMs, type RetryableKind, type RetryDelays } from './retry-delay.ts';
import { DelayedEntries, WakeUp } from './timers.ts';

export interface QueueSettings {
  readonly limits: CallLimits;
  readonly maxCallsInFlight: number;
  readonly lingerMs: number;
  readonly maxAttempts: number;
  readonly retryDelays: RetryDelays;
  readonly clock: Clock;
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
export class ConnectionQueue {
  readonly #connection: PutEventsConnection;
  readonly #settings: QueueSettings;
  /** Without a result yet, wherever they are. */
  readonly #live = new PendingEntries();
  readonly #ready = new ReadyQueue();
  /** Parts of a call that failed as a whole; they stay together. */
  readonly #groups: PendingEntry[][] = [];
  readonly #delayed = new DelayedEntries();
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
    this.#wakeUp = new WakeUp(settings.clock, () => this.#scheduleTurn());
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

  #retry(entries: readonly PendingEntry[], kind: RetryableKind, hintMs: number): void {
    const { clock, random, maxAttempts, retryDelays, onRetry } = this.#settings;
    const nowMs = clock.nowMs();
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

  #resend(groups: readonly PendingEntry[][]): void {
    this.#groups.push(...groups);
    this.#scheduleTurn();
  }

  async #refresh(entries: readonly PendingEntry[], failure: CallFailure): Promise<void> {
    const [first] = entries;
    const again = entries.filter(({ refreshed }) => !refreshed);
    for (const pending of entries) if (pending.refreshed) this.#fail(pending, failure);
    if (first === undefined || again.length === 0) return;
    for (const pending of again) pending.refreshed = true;
    if (await this.#credentials.renew(first.credentialsGeneration)) this.#resend([again]);
    else for (const pending of again) this.#fail(pending, failure);
  }

  #fail(pending: PendingEntry, failure: CallFailure): void {
    this.settle(pending, { kind: 'failed', failure, calls: pending.calls });
  }

  #scheduleTurn(): void {
    if (this.#turnIsDue) return;
    this.#turnIsDue = true;
    this.#settings.clock.soon(this.#turn);
  }

  /** A field, so that no function is made for each turn. */
  readonly #turn = (): void => {
    this.#turnIsDue = false;
    const nowMs = this.#settings.clock.nowMs();
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
      // None of them was sent, so that none can have spoilt anything for the others.
      this.#failed(entries, asCallFailure(error));
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
      void this.#call(batch, nowMs);
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
    const batch = this.#ready.takeBatch(this.#settings.limits, partialToo);
    // Whatever is left now came after what the batch took, all of which waited since the turn before or less.
    if (batch !== undefined) this.#lingerUntilMs = Infinity;
    return batch;
  }

  async #call({ entries, partial }: Batch, startMs: number): Promise<void> {
    const { onCall, clock } = this.#settings;
    const call: CallInFlight = { abort: new LightAbort(), waiting: entries.length };
    let bytes = 0;
    for (const pending of entries) {
      pending.calls += 1;
      pending.call = call;
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
        { abort: call.abort },
      );
    } catch (error) {
      failure = asCallFailure(error);
    }
    this.#callsInFlight -= 1;
    if (partial) this.#partialCalls -= 1;
    for (const pending of entries) pending.call = undefined;
    if (result !== undefined) this.#answer(entries, result);
    if (failure !== undefined) this.#splitOrFail(entries, failure);
    this.#scheduleTurn();
    const durationMs = clock.nowMs() - startMs;
    onCall({ entries: entries.length, bytes, durationMs, failure });
  }

  #answer(entries: readonly PendingEntry[], result: PutEventsResult): void {
    const { done, again } = sortAnswer(entries, result);
    for (const { pending, answer } of done) this.settle(pending, answer);
    for (const [kind, retried] of again) this.#retry(retried, kind, 0);
  }

  /** @param entries all that the call carried: one that has its result already may be the one that spoilt it */
  #splitOrFail(entries: readonly PendingEntry[], failure: CallFailure): void {
    const parts = suspectParts(entries, failure.kind);
    if (parts.length > 1) this.#resend(parts);
    else this.#failed(entries, failure);
  }

  /** The failure is that of each of these entries. */
  #failed(entries: readonly PendingEntry[], failure: CallFailure): void {
    const open = entries.filter(({ settled }) => !settled);
    if (open.length === 0) return;
    for (const pending of open) pending.last = { kind: 'failed', failure, calls: pending.calls };
    switch (failure.kind) {
      case 'throttled':
      case 'transient':
        this.#retry(open, failure.kind, failure.retryAfterMs);
        break;
      case 'credentialsExpired':
        void this.#refresh(open, failure);
        break;
      case 'tooLarge':
      case 'invalid':
      case 'denied':
      case 'refused':
      case 'aborted':
        for (const pending of open) this.#fail(pending, failure);
        break;
      default:
        failure.kind satisfies never;
    }
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
function lastResult({ call, last, calls }: PendingEntry): EntryResult {
  return (call === undefined ? last : undefined) ?? { kind: 'deadline', calls };
}
