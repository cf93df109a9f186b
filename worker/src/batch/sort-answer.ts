import { isRetryableEntryCode, type PutEventsResult, type PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import type { AnsweredEntry } from './entry-result.ts';
import type { PendingEntry } from './pending-entry.ts';
import type { RetryableKind } from './retry-delay.ts';

export interface SortedAnswer {
  readonly done: readonly { readonly pending: PendingEntry; readonly answer: AnsweredEntry }[];
  /** Entries that AWS says may be sent again; their answer is kept as their last one. */
  readonly again: ReadonlyMap<RetryableKind, readonly PendingEntry[]>;
}

/** Entry codes that say "too fast"; any other retryable one means that the service failed. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
const THROTTLING_CODES: ReadonlySet<string> = new Set(['ThrottlingException']);

/** An answer without an event id and without a code counts as AWS's own failure. */
const NO_ANSWER = 'InternalFailure';

/** One outcome per entry: what succeeded or failed for good is done, whatever became of its neighbours. */
export function sortAnswer(entries: readonly PendingEntry[], result: PutEventsResult): SortedAnswer {
  const done: { pending: PendingEntry; answer: AnsweredEntry }[] = [];
  const again = new Map<RetryableKind, PendingEntry[]>();
  for (const [index, pending] of entries.entries()) {
    if (pending.settled) continue;
    const answer: AnsweredEntry = { kind: 'answered', result, index, calls: pending.calls };
    const code = errorCode(result.entries[index]);
    if (code === undefined || !isRetryableEntryCode(code)) {
      done.push({ pending, answer });
      continue;
    }
    pending.last = answer;
    const kind = THROTTLING_CODES.has(code) ? 'throttled' : 'transient';
    const group = again.get(kind);
    if (group === undefined) again.set(kind, [pending]);
    else group.push(pending);
  }
  return { done, again };
}

function errorCode(entry: PutEventsResultEntry | undefined): string | undefined {
  return entry?.errorCode ?? (entry?.eventId === undefined ? NO_ANSWER : undefined);
}
