import { isJsonObject, type Json } from '@eventbridge-kit/issue';
import { toResponse } from '@eventbridge-kit/eventbridge';

/** A response like any other: only the names in it count. */
const RESPONSE: Json = toResponse(
  { requestId: '', httpStatusCode: 200, headers: [], failedEntryCount: 0, entries: [{ eventId: '' }] },
  0,
);

/** Names that an expression sees for the response's own fields. */
export const RESPONSE_FIELDS: readonly string[] = isJsonObject(RESPONSE) ? Object.keys(RESPONSE) : [];

/** The first name in a path that a response does not have, with the names that it has there. */
interface WrongName {
  readonly name: string;
  readonly known: readonly string[];
}

/** Members whose own names depend on the answer. */
const ANY_NAME = new Set(['httpHeaders', 'allHttpHeaders']);

/** What is wrong with a way through a response, after the word `response` itself; undefined where nothing is. */
export function wrongNameIn(segments: readonly (string | number)[]): WrongName | undefined {
  let at: Json | undefined = RESPONSE;
  for (const segment of segments) {
    // A list gives its items' members, one by one or all at once.
    if (Array.isArray(at)) at = at[0];
    if (typeof segment === 'number') continue;
    if (at === null || typeof at !== 'object' || Array.isArray(at)) return undefined;
    const known = Object.keys(at);
    if (!known.includes(segment)) return { name: segment, known };
    if (ANY_NAME.has(segment)) return undefined;
    at = at[segment];
  }
  return undefined;
}
