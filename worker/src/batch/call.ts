import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import type { CallAbort } from './call-abort.ts';

/**
 * One PutEvents call, tried once: 1 to 10 entries, in this order.
 * Rejects with a `CallFailure`; anything else it rejects with counts as `refused`.
 */
export type PutEvents = (
  entries: readonly PutEventsEntry[],
  options: { readonly abort: CallAbort },
) => Promise<PutEventsResult>;

/** The way to EventBridge of one identity, region and endpoint; entries share a call only within one connection. */
export interface PutEventsConnection {
  readonly putEvents: PutEvents;
  /**
   * Does what may take long before a call, such as getting credentials: entries wait for it in the queue, where their
   * deadline can still take them out. Gives `undefined` where nothing is to do; rejects as a call would.
   */
  readonly prepare?: () => Promise<unknown> | undefined;
  /** Gets new credentials when they are over; absent: that fails the entries. */
  readonly refreshCredentials?: () => Promise<unknown>;
}
