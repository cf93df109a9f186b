import { permanentError, transientError, type ConnectorError, type WorkResult } from '@eventbridge-kit/connector';
import {
  ENTRY_CODES,
  isRetryableEntryCode,
  toResponse,
  type ConnectorResponseEntry,
} from '@eventbridge-kit/eventbridge';
import type { SentCall } from './send.ts';

/** The connector's response for this job. An answer that rejects the entry is a failure, whatever its HTTP status. */
export function readResponse({ result, index }: SentCall): WorkResult {
  const response = toResponse(result, index);
  const [entry] = response.entries;
  if (entry === undefined || entry.errorCode === null) return { kind: 'response', response };
  return { kind: 'failure', error: entryError(entry, entry.errorCode), response };
}

function entryError({ errorMessage }: ConnectorResponseEntry, code: string): ConnectorError {
  const info = Object.hasOwn(ENTRY_CODES, code) ? ENTRY_CODES[code] : undefined;
  const message = [
    `Amazon EventBridge rejected the event: ${code}${errorMessage === null ? '.' : `: ${errorMessage}`}`,
    info?.meaning,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  // A code that is not known may pass; one that AWS calls final will not.
  return isRetryableEntryCode(code) || info === undefined
    ? transientError(code, message, code)
    : permanentError(code, message, code);
}
