import { count, isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.traceHeader';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export const MIN_TRACE_HEADER_CHARS = 1;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export const MAX_TRACE_HEADER_CHARS = 500;

/** `key=value` parts joined by `;`, one of them the root trace id. */
// https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
export const TRACE_HEADER_PATTERN = String.raw`^([A-Za-z]+=[^;=]*;\s?)*Root=1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24}(;\s?[A-Za-z]+=[^;=]*)*;?$`;

const TRACE_HEADER = new RegExp(TRACE_HEADER_PATTERN);

/** An X-Ray trace header of 1 to 500 characters. AWS checks the length only, so a strange form is a warning. */
export function checkTraceHeader(value: string): Issue[] {
  if (isBlank(value)) {
    return [
      eventIssue({
        rule: 'trace-header-empty',
        field: FIELD,
        wrong: 'The trace header is empty',
        found: foundBlank(value),
        instead: 'Write an X-Ray trace header, or leave the field out.',
      }),
    ];
  }
  if (value.length > MAX_TRACE_HEADER_CHARS) {
    return [
      eventIssue({
        rule: 'trace-header-too-long',
        field: FIELD,
        wrong: 'The trace header is too long',
        found: count(value.length, 'character'),
        instead: `Write at most ${MAX_TRACE_HEADER_CHARS}.`,
      }),
    ];
  }
  if (TRACE_HEADER.test(value)) return [];
  return [
    eventIssue({
      rule: 'trace-header-format',
      field: FIELD,
      wrong: 'The trace header does not look like one of X-Ray',
      found: quote(value),
      instead: 'Write it like "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1".',
    }),
  ];
}
