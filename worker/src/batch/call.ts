import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';

/**
 * One PutEvents call, tried once: 1 to 10 entries, in this order.
 * Rejects with a `CallFailure`; anything else it rejects with counts as `refused`.
 */
export type PutEvents = (
  entries: readonly PutEventsEntry[],
  options: { readonly abort: AbortSignal },
) => Promise<PutEventsResult>;

/** The way to EventBridge of one identity, region and endpoint; entries share a call only within one connection. */
export interface PutEventsConnection {
  readonly putEvents: PutEvents;
  /** Gets new credentials when they are over; absent: that fails the entries. */
  readonly refreshCredentials?: () => Promise<unknown>;
}
