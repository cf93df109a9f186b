import { permanentError, transientError, type ConnectorError, type WorkResult } from '@eventbridge-kit/connector';
import {
  ENTRY_CODES,
  isRetryableEntryCode,
  toResponse,
  type ConnectorResponseEntry,
  type PutEventsEntry,
} from '@eventbridge-kit/eventbridge';
import type { Issue, Json } from '@eventbridge-kit/issue';
import type { SendTarget } from '../access-denied.ts';
import { remedyFor, withRemedy } from '../call-error.ts';
import type { EntrySender, SendIdentity, SendOptions, SendResult } from '../sender.ts';
import type { StepDone, StepOk } from '../step.ts';

/** The entry exactly as it goes to EventBridge. */
export function showEntry(entry: PutEventsEntry, issues: readonly Issue[]): StepOk<PutEventsEntry> {
  // Texts and lists of texts only, which JSON has too; an interface has no index signature.
  return { ok: true, value: entry, show: () => entry as unknown as Json, issues };
}

export type SentCall = Extract<SendResult, { readonly ok: true }>;

/** Sends the entry. Nothing is sent once the job's time is over. */
export async function sendEntry(
  entry: PutEventsEntry,
  sender: EntrySender,
  identity: SendIdentity,
  options: SendOptions,
): Promise<StepDone<SentCall>> {
  const result = await sender.send(entry, identity, options);
  if (!result.ok) {
    const { code, message } = result.error;
    const issue: Issue = { rule: 'send-failed', severity: 'error', field: '', message };
    return { ok: false, error: result.error, issues: [issue], show: () => ({ code, message }) };
  }
  const { requestId, httpStatusCode } = result.result;
  return { ok: true, value: result, show: () => ({ requestId, httpStatusCode }), issues: result.notes ?? [] };
}

/**
 * The connector's response for this job. An answer that rejects the entry is a failure, whatever its HTTP status.
 */
export function readResponse({ result, index }: SentCall, target: SendTarget): WorkResult {
  const response = toResponse(result, index);
  const [entry] = response.entries;
  if (entry === undefined || entry.errorCode === null) return { kind: 'response', response };
  return { kind: 'failure', error: entryError(entry, entry.errorCode, target), response };
}

function entryError({ errorMessage }: ConnectorResponseEntry, code: string, target: SendTarget): ConnectorError {
  const info = Object.hasOwn(ENTRY_CODES, code) ? ENTRY_CODES[code] : undefined;
  const said = errorMessage ?? info?.meaning ?? '';
  const message = withRemedy(`Amazon EventBridge rejected the event: ${code}`, said, remedyFor(code, said, target));
  // An unknown code may be a passing failure; one that AWS calls final is not.
  return isRetryableEntryCode(code) || info === undefined
    ? transientError(code, message, code)
    : permanentError(code, message, code);
}
