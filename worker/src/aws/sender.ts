import type { ConnectorError } from '@eventbridge-kit/connector';
import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import type { Pressure } from '../batch/index.ts';
import type { Ending } from '../world/ending.ts';
import type { SendIdentity } from './identity.ts';

/** The answer to one entry: the call's result with the entry's place in it, or why there is none. */
export type SendResult =
  | { readonly ok: true; readonly result: PutEventsResult; readonly index: number }
  | { readonly ok: false; readonly error: ConnectorError };

export interface SendOptions {
  /** Gives the entry up; it may still have been accepted. The worker's own is lighter than an `AbortSignal`, which is one too. */
  readonly signal?: Ending;
  /** From this moment on nothing is sent, in milliseconds since 1970; asked again, since it may move to later. Default none. */
  readonly sendUntilMs?: () => number;
  /** Hides the secrets of the job in what AWS says. */
  readonly hide?: (text: string) => string;
}

/**
 * Sends single entries. How many share a call is the sender's own affair, which is why the answer names the entry's
 * place in the call's result.
 */
export interface EventSender {
  /** Never rejects: a failure is a value. */
  send(entry: PutEventsEntry, identity: SendIdentity, options?: SendOptions): Promise<SendResult>;
  /** High while too much waits to be sent: the worker then fetches no more jobs. Absent: never high. */
  readonly pressure?: Pressure;
  /** Entries that have no answer yet, and their sizes together. Absent: nobody counts. */
  readonly waiting?: WaitingEvents;
  /** Ends idle connections; no call may follow. */
  close(): void;
}

/** Events on their way to Amazon EventBridge. */
export interface WaitingEvents {
  readonly entries: number;
  readonly bytes: number;
}
