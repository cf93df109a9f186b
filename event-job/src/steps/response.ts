import { permanentError, transientError, type ConnectorError, type WorkResult } from '@eventbridge-kit/connector';
import {
  ENTRY_CODES,
  isRetryableEntryCode,
  toResponse,
  type ConnectorResponseEntry,
} from '@eventbridge-kit/eventbridge';
import { accessRemedy, isAccessDenied, type Aim } from '../access-denied.ts';
import type { SentCall } from './send.ts';

/**
 * The connector's response for this job. An answer that rejects the entry is a failure, whatever its HTTP status.
 *
 * @param aim what the event wanted to reach, for what AWS does not name
 */
export function readResponse({ result, index }: SentCall, aim: Aim): WorkResult {
  const response = toResponse(result, index);
  const [entry] = response.entries;
  if (entry === undefined || entry.errorCode === null) return { kind: 'response', response };
  return { kind: 'failure', error: entryError(entry, entry.errorCode, aim), response };
}

function entryError({ errorMessage }: ConnectorResponseEntry, code: string, aim: Aim): ConnectorError {
  const info = Object.hasOwn(ENTRY_CODES, code) ? ENTRY_CODES[code] : undefined;
  const message = [
    `Amazon EventBridge rejected the event: ${code}${errorMessage === null ? '.' : `: ${errorMessage}`}`,
    isAccessDenied(code) ? accessRemedy(code, errorMessage ?? '', aim) : info?.meaning,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  // A code that is not known may pass; one that AWS calls final will not.
  return isRetryableEntryCode(code) || info === undefined
    ? transientError(code, message, code)
    : permanentError(code, message, code);
}
