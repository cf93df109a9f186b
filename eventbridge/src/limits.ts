/** Limits of a whole PutEvents call; those of one field stand in its file under `fields/`. */

/** A call whose entries together reach this size is refused; it must be less. AWS raised it from 256 KB on 29 January 2026. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MAX_REQUEST_BYTES = 1_048_576;

/** Above this size, which was the limit before, a target may refuse the event. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html
export const SIZE_WARNING_BYTES = 262_144;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MIN_ENTRIES_PER_CALL = 1;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MAX_ENTRIES_PER_CALL = 10;

/** What a set `Time` adds to an entry's size, however it is written. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html
export const TIME_BYTES = 14;
