import { isRetryableEntryCode, type PutEventsResult, type PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import type { AnsweredEntry, CallFailureKind } from './call.ts';
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
    addTo(again, THROTTLING_CODES.has(code) ? 'throttled' : 'transient', pending);
  }
  return { done, again };
}

function errorCode(entry: PutEventsResultEntry | undefined): string | undefined {
  return entry?.errorCode ?? (entry?.eventId === undefined ? NO_ANSWER : undefined);
}

/** Parts of a failed call, any of which may have spoilt it for the others; one part where none of them can have. */
export function suspectParts(entries: readonly PendingEntry[], kind: CallFailureKind): readonly PendingEntry[][] {
  switch (kind) {
    case 'tooLarge':
    case 'invalid':
      return halves(entries);
    case 'denied':
      return byWhatPoliciesName(entries);
    case 'throttled':
    case 'transient':
    case 'credentialsExpired':
    case 'refused':
    case 'aborted':
      return [[...entries]];
    default:
      return kind satisfies never;
  }
}

/** Halves find the entry that spoils the call, in few calls; alone it fails, and is never sent again. */
function halves(entries: readonly PendingEntry[]): PendingEntry[][] {
  if (entries.length === 1) return [[...entries]];
  const middle = Math.ceil(entries.length / 2);
  return [entries.slice(0, middle), entries.slice(middle)];
}

/** What a policy can name of an entry, the most likely first. */
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html (PutEvents)
const NAMED_BY_POLICIES: readonly ((pending: PendingEntry) => string)[] = [
  ({ entry }) => entry.EventBusName,
  ({ entry }) => entry.Source,
  ({ entry }) => entry.DetailType,
];

/** Entries that differ in what a policy can name go apart; those that do not share the answer. */
function byWhatPoliciesName(entries: readonly PendingEntry[]): PendingEntry[][] {
  for (const nameOf of NAMED_BY_POLICIES) {
    const groups = new Map<string, PendingEntry[]>();
    for (const pending of entries) addTo(groups, nameOf(pending), pending);
    if (groups.size > 1) return [...groups.values()];
  }
  return [[...entries]];
}

function addTo<Key>(groups: Map<Key, PendingEntry[]>, key: Key, pending: PendingEntry): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [pending]);
  else group.push(pending);
}
