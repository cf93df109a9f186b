/**
 * What kind of failure ended a call without an answer to its entries.
 * - `throttled`: too many requests for now.
 * - `transient`: the network or EventBridge failed; whether the entries were accepted may be unknown.
 * - `credentialsExpired`: the temporary credentials are over.
 * - `tooLarge`: the entries together are too large, whatever each is.
 * - `invalid`: EventBridge does not accept the call as it is written; one entry may spoil it for all.
 * - `denied`: a right is missing, perhaps for what one entry names alone.
 * - `refused`: nothing about the entries: credentials, signature, set-up.
 * - `aborted`: the caller gave up; whether the entries were accepted is unknown.
 */
export type CallFailureKind =
  'throttled' | 'transient' | 'credentialsExpired' | 'tooLarge' | 'invalid' | 'denied' | 'refused' | 'aborted';

/** Why a call gave no answer. Its `cause` is what was thrown, which may hold secrets: tell only a whitelist of it. */
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

/** A rejection of a call that did not come as a `CallFailure` is nothing a retry is known to help against. */
export function asCallFailure(error: unknown): CallFailure {
  return error instanceof CallFailure ? error : new CallFailure('refused', error);
}
