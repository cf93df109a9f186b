import { transientError } from '@eventbridge-kit/connector';
import type { PutEventsEntry, PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import type { SendIdentity, SendOptions, SendResult } from '@eventbridge-kit/event-job';
import type { EventSender } from '../../worker/src/aws/sender.ts';

/** How one send goes. */
export type Reply = (options: Partial<SendOptions>) => Promise<SendResult>;

/** An answer as EventBridge gives it, with one entry. */
export function answer(entry: PutEventsResultEntry): SendResult {
  return {
    ok: true,
    index: 0,
    result: {
      requestId: 'request-1',
      httpStatusCode: 200,
      headers: [['Content-Type', 'application/x-amz-json-1.1']],
      failedEntryCount: entry.errorCode === undefined ? 0 : 1,
      entries: [entry],
    },
  };
}

export const accept: Reply = () => Promise.resolve(answer({ eventId: 'event-1' }));

export function rejectEntry(errorCode: string): Reply {
  return () => Promise.resolve(answer({ errorCode, errorMessage: `${errorCode} it is.` }));
}

export function failCall(code: string): Reply {
  return () => Promise.resolve({ ok: false, error: transientError(code, `Amazon EventBridge: ${code}.`, code) });
}

/** Answers only when it is told to stop, as the AWS SDK does. */
export const hang: Reply = ({ signal }) =>
  new Promise((resolve) => {
    const stop = (): void =>
      resolve({ ok: false, error: transientError('DeadlineExceeded', 'No answer.', 'DeadlineExceeded') });
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop);
  });

/** Never answers, whatever it is told. */
export const ignoreAll: Reply = () => new Promise(() => undefined);

export const crash: Reply = () => Promise.reject(new RangeError('a mistake in the sender'));

export interface Sent {
  readonly entry: PutEventsEntry;
  readonly identity: SendIdentity;
}

/** Keeps what was sent, and answers as told. */
export class FakeSender implements EventSender {
  readonly sent: Sent[] = [];
  /** Entries whose answer said that they were accepted. */
  readonly accepted: PutEventsEntry[] = [];
  closed = false;
  reply: (entry: PutEventsEntry) => Reply = () => accept;

  async send(entry: PutEventsEntry, identity: SendIdentity, options: Partial<SendOptions> = {}): Promise<SendResult> {
    this.sent.push({ entry, identity });
    const result = await this.reply(entry)(options);
    if (result.ok && result.result.failedEntryCount === 0) this.accepted.push(entry);
    return result;
  }

  close(): void {
    this.closed = true;
  }
}
