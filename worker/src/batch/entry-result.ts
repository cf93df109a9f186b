import type { PutEventsResult } from '@eventbridge-kit/eventbridge';
import type { CallFailure } from './call-failure.ts';

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
