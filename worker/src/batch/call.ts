import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import type { LightAbort } from '../runtime/abort.ts';

/**
 * One PutEvents call, tried once: 1 to 10 entries, in this order.
 * Rejects with a `CallFailure`; anything else it rejects with counts as `refused`.
 */
export type PutEvents = (
  entries: readonly PutEventsEntry[],
  options: { readonly abort: LightAbort },
) => Promise<PutEventsResult>;

/** The connection to EventBridge of one identity, region and endpoint; entries share a call only within one. */
export interface PutEventsConnection {
  readonly putEvents: PutEvents;
  /**
   * Does what may take long before a call, such as getting credentials: entries wait for it in the queue, where their
   * deadline can still take them out. Gives `undefined` where nothing is to do; rejects as a call would.
   */
  readonly prepare?: () => Promise<unknown> | undefined;
  /** Gets new credentials when they have expired; absent: that fails the entries. */
  readonly refreshCredentials?: () => Promise<unknown>;
}

/**
 * What kind of failure ended a call without an answer to its entries.
 * - `throttled`: too many requests for now.
 * - `transient`: the network or EventBridge failed; whether the entries were accepted may be unknown.
 * - `credentialsExpired`: the temporary credentials have expired.
 * - `tooLarge`: the entries together are too large, whatever each is.
 * - `invalid`: EventBridge does not accept the call as it is written; one entry may spoil it for all.
 * - `denied`: a permission is missing, perhaps for what one entry names alone.
 * - `refused`: nothing about the entries: credentials, signature, set-up.
 * - `aborted`: the caller gave up; whether the entries were accepted is unknown.
 */
export type CallFailureKind =
  'throttled' | 'transient' | 'credentialsExpired' | 'tooLarge' | 'invalid' | 'denied' | 'refused' | 'aborted';

/** Why a call gave no answer. Its `cause` is what was thrown, which may hold secrets: show only a whitelist of it. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly kind: CallFailureKind;
  /** Wait that the endpoint asks for before the next try, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(kind: CallFailureKind, cause: unknown, retryAfterMs = 0) {
    super(`PutEvents: ${kind}`, { cause });
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A rejection of a call that is no `CallFailure` is nothing a retry is known to help against. */
export function asCallFailure(error: unknown): CallFailure {
  return error instanceof CallFailure ? error : new CallFailure('refused', error);
}

/** What one call did. */
export interface CallReport {
  readonly entries: number;
  readonly bytes: number;
  readonly durationMs: number;
  /** Undefined where an answer came. */
  readonly failure: CallFailure | undefined;
}

/** How one put ended: exactly one of these, as a value. */
export type EntryResult = AnsweredEntry | FailedEntry | UnansweredEntry;

/** EventBridge answered this entry: accepted, or rejected for good, as `result.entries[index]` says. */
export interface AnsweredEntry {
  readonly kind: 'answered';
  readonly result: PutEventsResult;
  readonly index: number;
  /** Calls that carried this entry. */
  readonly calls: number;
}

/** The last call that carried this entry failed as a whole; `failure.kind` tells whether it may have been accepted. */
export interface FailedEntry {
  readonly kind: 'failed';
  readonly failure: CallFailure;
  /** Calls that carried this entry; 0 where it was too large to be sent at all. */
  readonly calls: number;
}

/** The put ended before an answer came: by its deadline or by its signal. */
export interface UnansweredEntry {
  readonly kind: 'deadline' | 'aborted';
  /** Calls that carried this entry; if there was one, whether it was accepted is unknown. */
  readonly calls: number;
}
