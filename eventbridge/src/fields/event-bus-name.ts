import { count, isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.eventBusName';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export const MIN_EVENT_BUS_NAME_CHARS = 1;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export const MAX_EVENT_BUS_NAME_CHARS = 1600;

/** Name of a bus, or the ARN of one on another account or in another region. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html (the model's pattern, anchored)
export const EVENT_BUS_NAME_PATTERN = String.raw`^(arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[\.\-_A-Za-z0-9]+$`;

/** The bus that every account has, and that a call without a bus name goes to. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
export const DEFAULT_EVENT_BUS_NAME = 'default';

const NAME = new RegExp(EVENT_BUS_NAME_PATTERN);
const ARN = /^arn:(aws[\w-]*):events:([a-z]+-[a-z]+-[\w-]+):([0-9]{12}):event-bus\/([.\-_A-Za-z0-9]+)$/;

// https://docs.aws.amazon.com/eventbridge/latest/userguide/ (EventBridge v2 event buses: `...:event-busv2/<name>/<id>`)
const V2_ARN = /^arn:aws[\w-]*:[a-z0-9]+:[^:]*:[^:]*:event-busv2\//;

/** A partner's event bus, or its event source, by name or ARN. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html
const PARTNER = /^(?:arn:aws[\w-]*:events:[^:]*:[^:]*:event-(?:bus|source)\/)?aws\.partner\//;

/** The parts of a classic bus ARN. */
export interface EventBusArn {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly name: string;
}

/** Takes a bus ARN apart; undefined for a plain name and for anything that is no classic bus ARN. */
export function parseEventBusArn(value: string): EventBusArn | undefined {
  const [, partition, region, accountId, name] = ARN.exec(value) ?? [];
  if (partition === undefined || region === undefined || accountId === undefined || name === undefined)
    return undefined;
  return { partition, region, accountId, name };
}

/** 1 to 1600 characters: a bus name of letters, digits, `.`, `-`, `_`, or a bus ARN. */
export function checkEventBusName(value: string): Issue[] {
  if (isBlank(value)) {
    return [
      eventIssue({
        rule: 'event-bus-name-required',
        field: FIELD,
        wrong: 'Event bus name is required',
        found: foundBlank(value),
        instead: 'Write the name or ARN of an event bus; "default" is the bus that every account has.',
        fix: { title: 'Use the default bus', value: DEFAULT_EVENT_BUS_NAME },
      }),
    ];
  }
  if (value.length > MAX_EVENT_BUS_NAME_CHARS) {
    return [
      eventIssue({
        rule: 'event-bus-name-too-long',
        field: FIELD,
        wrong: 'The event bus name is too long',
        found: count(value.length, 'character'),
        instead: `Write at most ${MAX_EVENT_BUS_NAME_CHARS}.`,
      }),
    ];
  }
  if (V2_ARN.test(value)) {
    return [
      eventIssue({
        rule: 'event-bus-v2',
        field: FIELD,
        wrong: 'The event bus is an EventBridge v2 bus, which is not served yet',
        found: quote(value),
        instead: 'Write the name or ARN of a classic bus, whose ARN has ":event-bus/".',
      }),
    ];
  }
  if (NAME.test(value)) return [];
  return [nameIssue(value)];
}

function nameIssue(value: string): Issue {
  const trimmed = value.trim();
  const base = { rule: 'event-bus-name-format', field: FIELD, found: quote(value) } as const;
  if (NAME.test(trimmed)) {
    return eventIssue({
      ...base,
      wrong: 'The event bus name has white space around it',
      instead: `Write ${quote(trimmed)}.`,
      fix: { title: 'Remove the white space', value: trimmed },
    });
  }
  if (PARTNER.test(value)) {
    return eventIssue({
      ...base,
      wrong: 'Only the partner itself can send to a partner event bus',
      instead: 'Write the name of a bus of your own.',
    });
  }
  if (value.startsWith('arn:')) {
    return eventIssue({
      ...base,
      wrong: 'This is not the ARN of an event bus',
      instead: 'Write it as "arn:aws:events:<region>:<12-digit account>:event-bus/<name>".',
    });
  }
  return eventIssue({
    ...base,
    wrong: 'The event bus name has a character that AWS does not allow',
    instead: 'Use letters, digits, ".", "-" and "_" only, or the whole ARN of a bus.',
  });
}
