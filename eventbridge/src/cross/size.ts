import type { Issue } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';
import { entrySizeBytes, type PutEventsEntry } from '../entry.ts';
import { MAX_REQUEST_BYTES, SIZE_WARNING_BYTES } from '../limits.ts';

const FIELD = 'input.detail';

/** An entry must be smaller than `maxEntryBytes`; above 256 KiB a target may refuse it. */
export function checkSize(entry: PutEventsEntry, maxEntryBytes: number = MAX_REQUEST_BYTES): Issue[] {
  const bytes = entrySizeBytes(entry);
  if (bytes >= maxEntryBytes) {
    return [
      eventIssue({
        rule: 'event-too-large',
        field: FIELD,
        wrong: 'The event is too large',
        found: `${bytes} bytes`,
        instead: `Keep it under ${maxEntryBytes} bytes: store what is large elsewhere, for example in Amazon S3, and send its address.`,
      }),
    ];
  }
  if (bytes <= SIZE_WARNING_BYTES) return [];
  return [
    eventIssue({
      rule: 'event-large',
      field: FIELD,
      wrong: 'The event is so large that a target of a rule may refuse it',
      found: `${bytes} bytes`,
      instead: `Keep it within ${SIZE_WARNING_BYTES} bytes where you do not know every target.`,
    }),
  ];
}
