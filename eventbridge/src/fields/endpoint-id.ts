import { count, type Issue, quote } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'configuration.endpointId';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MIN_ENDPOINT_ID_CHARS = 1;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MAX_ENDPOINT_ID_CHARS = 50;

/** Two labels joined by a dot. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const ENDPOINT_ID_PATTERN = String.raw`^[A-Za-z0-9\-]+[\.][A-Za-z0-9\-]+$`;

const ENDPOINT_ID = new RegExp(ENDPOINT_ID_PATTERN);

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html (the id is the subdomain of the endpoint's URL)
const ENDPOINT_URL = /^(?:https:\/\/)?([A-Za-z0-9-]+\.[A-Za-z0-9-]+)\.endpoint\.events\.amazonaws\.com\/?$/;

/** The id of a global endpoint, 1 to 50 characters, for example `abcde.veo`. */
export function checkEndpointId(value: string): Issue[] {
  if (value.length > MAX_ENDPOINT_ID_CHARS && !ENDPOINT_URL.test(value)) {
    return [
      eventIssue({
        rule: 'endpoint-id-too-long',
        field: FIELD,
        wrong: 'The endpoint id is too long',
        found: count(value.length, 'character'),
        instead: `Write at most ${MAX_ENDPOINT_ID_CHARS}, for example "abcde.veo".`,
      }),
    ];
  }
  if (ENDPOINT_ID.test(value)) return [];
  const id = ENDPOINT_URL.exec(value)?.[1];
  return [
    eventIssue({
      rule: 'endpoint-id-format',
      field: FIELD,
      wrong:
        id === undefined ? 'This is not the id of a global endpoint' : "This is the global endpoint's URL, not its id",
      found: quote(value),
      instead: `Write the first two labels of the endpoint's URL, for example "${id ?? 'abcde.veo'}".`,
      ...(id !== undefined && { fix: { title: `Replace with ${id}`, value: id } }),
    }),
  ];
}
