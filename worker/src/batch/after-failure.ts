import type { CallFailure, CallFailureKind } from './call-failure.ts';
import type { PendingEntry } from './pending-entry.ts';
import type { RetryableKind } from './retry-delay.ts';

/** What can be done with the entries of a call that failed as a whole. */
export interface FailureActions {
  /** Sends them again after a wait, those whose deadline allows it. */
  retry(entries: readonly PendingEntry[], kind: RetryableKind, hintMs: number): void;
  /** Sends each group in a call of its own, now. */
  resend(groups: readonly PendingEntry[][]): void;
  /** Sends them again with new credentials, once. */
  refresh(entries: readonly PendingEntry[], failure: CallFailure): Promise<void>;
  fail(pending: PendingEntry, failure: CallFailure): void;
}

type Respond = (actions: FailureActions, entries: PendingEntry[], failure: CallFailure) => void;

const RESPONSES: Readonly<Record<CallFailureKind, Respond>> = {
  throttled: (actions, entries, failure) => actions.retry(entries, 'throttled', failure.retryAfterMs),
  transient: (actions, entries, failure) => actions.retry(entries, 'transient', failure.retryAfterMs),
  credentialsExpired: (actions, entries, failure) => void actions.refresh(entries, failure),
  tooLarge: isolate,
  invalid: isolate,
  denied: part,
  refused: failAll,
  aborted: failAll,
};

/** Nothing was sent, so no entry can have spoilt it. */
const RESPONSES_UNSENT: typeof RESPONSES = { ...RESPONSES, tooLarge: failAll, invalid: failAll, denied: failAll };

/** Deals with a failed call by the kind of its failure. Entries that have a result already are left out. */
export function afterFailure(actions: FailureActions, entries: readonly PendingEntry[], failure: CallFailure): void {
  respond(RESPONSES, actions, entries, failure);
}

/** The same for entries that could not be sent, since their connection was not ready. */
export function afterFailedPreparation(
  actions: FailureActions,
  entries: readonly PendingEntry[],
  failure: CallFailure,
): void {
  respond(RESPONSES_UNSENT, actions, entries, failure);
}

function respond(
  responses: typeof RESPONSES,
  actions: FailureActions,
  entries: readonly PendingEntry[],
  failure: CallFailure,
): void {
  const open = entries.filter(({ settled }) => !settled);
  if (open.length === 0) return;
  const response = responses[failure.kind];
  // Where another entry of the call may be at fault, the failure is not told as this one's own.
  if (open.length === 1 || !(response === isolate || response === part)) {
    for (const pending of open) pending.last = { kind: 'failed', failure, calls: pending.calls };
  }
  response(actions, open, failure);
}

/** Halves find the entry that spoils the call, in few calls; alone it fails, and is never sent again. */
function isolate(actions: FailureActions, entries: PendingEntry[], failure: CallFailure): void {
  if (entries.length === 1) {
    failAll(actions, entries, failure);
    return;
  }
  const middle = Math.ceil(entries.length / 2);
  actions.resend([entries.slice(0, middle), entries.slice(middle)]);
}

/** What a policy can name of an entry, the most likely first. */
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html (PutEvents)
const NAMED_BY_POLICIES: readonly ((pending: PendingEntry) => string)[] = [
  ({ entry }) => entry.EventBusName,
  ({ entry }) => entry.Source,
  ({ entry }) => entry.DetailType,
];

/** Entries that differ in what a policy can name go apart; those that do not share the verdict. */
function part(actions: FailureActions, entries: PendingEntry[], failure: CallFailure): void {
  for (const nameOf of NAMED_BY_POLICIES) {
    const groups = new Map<string, PendingEntry[]>();
    for (const pending of entries) {
      const name = nameOf(pending);
      groups.set(name, [...(groups.get(name) ?? []), pending]);
    }
    if (groups.size > 1) {
      actions.resend([...groups.values()]);
      return;
    }
  }
  failAll(actions, entries, failure);
}

function failAll(actions: FailureActions, entries: PendingEntry[], failure: CallFailure): void {
  for (const pending of entries) actions.fail(pending, failure);
}
