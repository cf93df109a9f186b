import type { CallFailure, CallFailureKind } from './call-failure.ts';
import type { PendingEntry } from './pending-entry.ts';
import type { RetryableKind } from './retry-delay.ts';

/** What can be done with the entries of a call that failed as a whole. */
export interface FailureActions {
  /** Sends them again after a wait, those whose deadline allows it. */
  retry(entries: readonly PendingEntry[], kind: RetryableKind, hintMs: number): void;
  /** Sends each group in a call of its own, now; entries that have a result already are left out. */
  resend(groups: readonly PendingEntry[][]): void;
  /** Sends them again with new credentials, once. */
  refresh(entries: readonly PendingEntry[], failure: CallFailure): Promise<void>;
  fail(pending: PendingEntry, failure: CallFailure): void;
}

type Respond = (actions: FailureActions, entries: readonly PendingEntry[], failure: CallFailure) => void;

/** What is done with entries to which the failure belongs. */
const RESPONSES: Readonly<Record<CallFailureKind, Respond>> = {
  throttled: (actions, entries, failure) => actions.retry(entries, 'throttled', failure.retryAfterMs),
  transient: (actions, entries, failure) => actions.retry(entries, 'transient', failure.retryAfterMs),
  credentialsExpired: (actions, entries, failure) => void actions.refresh(entries, failure),
  tooLarge: failAll,
  invalid: failAll,
  denied: failAll,
  refused: failAll,
  aborted: failAll,
};

/** Parts of a call, any of which may have spoilt it for the others; a single one where that cannot be. */
type Split = (entries: readonly PendingEntry[]) => readonly PendingEntry[][];

const SPLITS: Readonly<Partial<Record<CallFailureKind, Split>>> = {
  tooLarge: halves,
  invalid: halves,
  denied: byWhatPoliciesName,
};

/**
 * Deals with a failed call by the kind of its failure.
 * @param entries all that the call carried: one that has its result already may be the one that spoilt it
 */
export function afterFailure(actions: FailureActions, entries: readonly PendingEntry[], failure: CallFailure): void {
  const groups = SPLITS[failure.kind]?.(entries) ?? [];
  // The failure is not told as anybody's own yet.
  if (groups.length > 1) actions.resend(groups);
  else respond(actions, entries, failure);
}

/** The same for entries that could not be sent, since their connection was not ready: none of them can have spoilt it. */
export function afterFailedPreparation(
  actions: FailureActions,
  entries: readonly PendingEntry[],
  failure: CallFailure,
): void {
  respond(actions, entries, failure);
}

function respond(actions: FailureActions, entries: readonly PendingEntry[], failure: CallFailure): void {
  const open = entries.filter(({ settled }) => !settled);
  if (open.length === 0) return;
  for (const pending of open) pending.last = { kind: 'failed', failure, calls: pending.calls };
  RESPONSES[failure.kind](actions, open, failure);
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

/** Entries that differ in what a policy can name go apart; those that do not share the verdict. */
function byWhatPoliciesName(entries: readonly PendingEntry[]): PendingEntry[][] {
  for (const nameOf of NAMED_BY_POLICIES) {
    const groups = new Map<string, PendingEntry[]>();
    for (const pending of entries) {
      const name = nameOf(pending);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [pending]);
      else group.push(pending);
    }
    if (groups.size > 1) return [...groups.values()];
  }
  return [[...entries]];
}

function failAll(actions: FailureActions, entries: readonly PendingEntry[], failure: CallFailure): void {
  for (const pending of entries) actions.fail(pending, failure);
}
