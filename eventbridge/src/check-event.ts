import type { Issue } from '@eventbridge-kit/issue';
import { checkEventBusRegion } from './cross/event-bus-region.ts';
import { checkSize } from './cross/size.ts';
import { toEntry, type PutEventsEntry } from './entry.ts';
import type { ConnectionInput, EventInput } from './event-input.ts';
import { checkDetail } from './fields/detail.ts';
import { checkDetailType } from './fields/detail-type.ts';
import { checkEndpoint } from './fields/endpoint.ts';
import { checkEndpointId } from './fields/endpoint-id.ts';
import { checkEventBusName } from './fields/event-bus-name.ts';
import { checkIdempotency } from './fields/idempotency.ts';
import { checkRegion } from './fields/region.ts';
import { checkResources } from './fields/resources.ts';
import { checkSource } from './fields/source.ts';
import { checkTime } from './fields/time.ts';
import { checkTraceHeader } from './fields/trace-header.ts';

/** The input names that {@link checkEvent} checks, in the order of its issues. */
export const CHECKED_FIELDS = [
  'configuration.region',
  'input.eventBusName',
  'input.source',
  'input.detailType',
  'input.detail',
  'input.resources',
  'input.time',
  'input.traceHeader',
  'input.idempotencyField',
  'configuration.endpointId',
  'configuration.endpoint',
] as const;

export interface CheckSettings {
  /** An entry of this size or larger is an error, in bytes; default 1,048,576. */
  readonly maxEntryBytes?: number;
}

/** An event that was checked. */
export interface CheckedEvent {
  /** Fields in the order of the template, cross-field rules last. */
  readonly issues: Issue[];
  /** Undefined for a detail with an error, which has no entry to measure. */
  readonly entry: PutEventsEntry | undefined;
}

/** Every issue of one event, fields in the order of the template, cross-field rules last. It never throws. */
export function checkEvent(input: EventInput, connection: ConnectionInput, settings: CheckSettings = {}): Issue[] {
  return checkedEntry(input, connection, settings).issues;
}

/** The same with the entry that was measured, so that a detail is written as JSON once. */
export function checkedEntry(
  input: EventInput,
  connection: ConnectionInput,
  settings: CheckSettings = {},
): CheckedEvent {
  const detail = checkDetail(input.detail);
  const issues = [
    ...checkRegion(connection.region),
    ...checkEventBusName(input.eventBusName),
    ...checkSource(input.source),
    ...checkDetailType(input.detailType),
    ...detail,
    ...optional(input.resources, checkResources),
    ...optional(input.time, checkTime),
    ...optional(input.traceHeader, checkTraceHeader),
    ...optional(input.idempotency, (idempotency) => checkIdempotency(input, idempotency)),
    ...optional(connection.endpointId, checkEndpointId),
    ...optional(connection.endpoint, checkEndpoint),
    ...checkEventBusRegion(input, connection),
  ];
  const entry = detail.length === 0 ? toEntry(input) : undefined;
  if (entry !== undefined) issues.push(...checkSize(entry, settings.maxEntryBytes));
  return { issues, entry };
}

function optional<Value>(value: Value | undefined, check: (value: Value) => Issue[]): Issue[] {
  return value === undefined ? [] : check(value);
}
