import { count, isBlank, type Issue, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.resources';

/** Of one resource, in UTF-16 units. The number of resources is bounded by the event's size only. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export const MAX_RESOURCE_CHARS = 2048;

/** Any number of texts (usually ARNs), each of 1 to 2048 characters. */
export function checkResources(value: readonly string[]): Issue[] {
  return value.flatMap((resource, index) => {
    const where = `Resource ${index + 1}`;
    if (isBlank(resource)) {
      return eventIssue({
        rule: 'resource-empty',
        field: FIELD,
        wrong: `${where} is empty`,
        found: foundBlank(resource),
        instead: 'Write what the event is about, usually an ARN, or leave the resource out.',
      });
    }
    if (resource.length <= MAX_RESOURCE_CHARS) return [];
    return eventIssue({
      rule: 'resource-too-long',
      field: FIELD,
      wrong: `${where} is too long`,
      found: count(resource.length, 'character'),
      instead: `Write at most ${MAX_RESOURCE_CHARS}.`,
    });
  });
}
