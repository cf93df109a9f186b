import { count, isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.source';

/** In UTF-16 units, as a template's `maxLength` counts. The classic PutEvents model states no limit; this is the one of EventBridge v2 and of Scheduler. */
// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EventBridgeParameters.html
export const MAX_SOURCE_CHARS = 256;

/** Sources that start so belong to AWS services: PutEvents answers `NotAuthorizedForSourceException`. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
export const RESERVED_SOURCE_PREFIX = 'aws.';

/** Any text that does not start with the reserved prefix. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html (custom events must not use a source that starts with "aws")
export const SOURCE_PATTERN = String.raw`^(?!aws\.)`;

/** 1 to 256 characters, not starting with `aws.`. */
export function checkSource(value: string): Issue[] {
  if (isBlank(value)) {
    return [
      eventIssue({
        rule: 'source-required',
        field: FIELD,
        wrong: 'Source is required',
        found: foundBlank(value),
        instead: 'Write who sends the event, for example "com.example.orders".',
      }),
    ];
  }
  const issues: Issue[] = [];
  if (value.startsWith(RESERVED_SOURCE_PREFIX)) {
    const own = value.slice(RESERVED_SOURCE_PREFIX.length);
    issues.push(
      eventIssue({
        rule: 'source-reserved',
        field: FIELD,
        wrong: 'The source starts with "aws.", which is reserved for AWS services',
        found: quote(value),
        instead: 'Write a source of your own, for example "com.example.orders".',
        ...(!isBlank(own) &&
          !own.startsWith(RESERVED_SOURCE_PREFIX) && { fix: { title: 'Remove "aws."', value: own } }),
      }),
    );
  }
  if (value.length > MAX_SOURCE_CHARS) {
    issues.push(
      eventIssue({
        rule: 'source-too-long',
        field: FIELD,
        wrong: 'The source is too long',
        found: count(value.length, 'character'),
        instead: `Write at most ${MAX_SOURCE_CHARS}.`,
      }),
    );
  }
  return issues;
}
