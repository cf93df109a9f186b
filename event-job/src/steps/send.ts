import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';
import type { EntrySender, SendIdentity, SendOptions, SendResult } from '../sender.ts';
import type { StepDone } from '../step.ts';

export type SentCall = Extract<SendResult, { readonly ok: true }>;

export interface SendStep extends SendOptions {
  readonly sender: EntrySender;
  readonly identity: SendIdentity;
}

/** Sends the entry. Nothing is sent once the job's time is over. */
export async function sendEntry(
  entry: PutEventsEntry,
  { sender, identity, ...options }: SendStep,
): Promise<StepDone<SentCall>> {
  const result = await sender.send(entry, identity, options);
  if (!result.ok) {
    const { code, message } = result.error;
    return { ok: false, error: result.error, issues: [sendIssue(message)], show: () => ({ code, message }) };
  }
  const { requestId, httpStatusCode } = result.result;
  return { ok: true, value: result, show: () => ({ requestId, httpStatusCode }), issues: result.notes ?? [] };
}

function sendIssue(message: string): Issue {
  return { rule: 'send-failed', severity: 'error', field: '', message };
}
