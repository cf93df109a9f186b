import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { EntrySender, SendIdentity, SendOptions, SendResult } from '@eventbridge-kit/event-job';
import type { Pressure } from '../batch/index.ts';

/** Longest wait for one answer of AWS where nothing is said, in milliseconds. */
export const DEFAULT_REQUEST_TIMEOUT_MS = 10_000;

/** Sends the entries of many jobs at a time. */
export interface EventSender extends EntrySender {
  /** Never rejects: a failure is a value. Without options an entry is never given up, and nothing is hidden. */
  send(entry: PutEventsEntry, identity: SendIdentity, options?: Partial<SendOptions>): Promise<SendResult>;
  /** High while too much waits to be sent: the worker then fetches no more jobs. Absent: never high. */
  readonly pressure?: Pressure;
  /** Entries that have no answer yet, and their sizes together. Absent: nobody counts. */
  readonly waiting?: WaitingEvents;
  /** Ends idle connections; no call may follow. */
  close(): void;
}

/** Events that Amazon EventBridge has not answered yet. */
export interface WaitingEvents {
  readonly entries: number;
  readonly bytes: number;
}
