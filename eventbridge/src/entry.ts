import type { EventInput } from './event-input.ts';
import { detailText } from './fields/detail.ts';
import { putIdempotencyId } from './fields/idempotency.ts';
import { normalizeTime } from './fields/time.ts';
import { TIME_BYTES } from './limits.ts';

/** One entry of a PutEvents call, with the names AWS gives its members. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export interface PutEventsEntry {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  /** Compact JSON text. */
  readonly Detail: string;
  readonly Resources?: readonly string[];
  /** ISO text in UTC with milliseconds; a client that wants a `Date` makes it from this. */
  readonly Time?: string;
  readonly TraceHeader?: string;
}

/** The entry of an event that `checkEvent` found no error in. Numbers in a detail given as JSON text keep their spelling. */
export function toEntry(input: EventInput): PutEventsEntry {
  const entry = plainEntry(input);
  return input.idempotency === undefined ? entry : putIdempotencyId(entry, input.idempotency);
}

function plainEntry(input: EventInput): PutEventsEntry {
  return {
    EventBusName: input.eventBusName,
    Source: input.source,
    DetailType: input.detailType,
    Detail: detailText(input.detail),
    ...(input.resources !== undefined && { Resources: input.resources }),
    ...(input.time !== undefined && { Time: normalizeTime(input.time) ?? input.time }),
    ...(input.traceHeader !== undefined && { TraceHeader: input.traceHeader }),
  };
}

/** Size of an entry as AWS counts it: neither the bus name nor the trace header counts. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html
export function entrySizeBytes(
  entry: Pick<PutEventsEntry, 'Source' | 'DetailType' | 'Detail' | 'Resources' | 'Time'>,
): number {
  let bytes = entry.Time === undefined ? 0 : TIME_BYTES;
  bytes += bytesOf(entry.Source) + bytesOf(entry.DetailType) + bytesOf(entry.Detail);
  for (const resource of entry.Resources ?? []) bytes += bytesOf(resource);
  return bytes;
}

const encoder = new TextEncoder();

// eslint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/** Most texts are ASCII, which a look costs less than an encoding. */
function bytesOf(text: string): number {
  return ASCII.test(text) ? text.length : encoder.encode(text).length;
}
