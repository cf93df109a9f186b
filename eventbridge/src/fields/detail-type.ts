import { count, isBlank, type Issue, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.detailType';

/** In UTF-16 units, as a template's `maxLength` counts. A longer one was seen accepted with an event id and then lost, so nothing longer is sent. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
// https://github.com/segmentio/action-destinations/pull/2828
export const MAX_DETAIL_TYPE_CHARS = 128;

/** 1 to 128 characters. */
export function checkDetailType(value: string): Issue[] {
  if (isBlank(value)) {
    return [
      eventIssue({
        rule: 'detail-type-required',
        field: FIELD,
        wrong: 'Detail type is required',
        found: foundBlank(value),
        instead: 'Write what kind of event it is, for example "OrderPlaced".',
      }),
    ];
  }
  if (value.length <= MAX_DETAIL_TYPE_CHARS) return [];
  return [
    eventIssue({
      rule: 'detail-type-too-long',
      field: FIELD,
      wrong: 'The detail type is too long; AWS may accept such an event and then lose it',
      found: count(value.length, 'character'),
      instead: `Write at most ${MAX_DETAIL_TYPE_CHARS}.`,
    }),
  ];
}
