import type { Issue } from '@eventbridge-kit/issue';
import { checkEventBusRegion } from './cross/event-bus-region.ts';
import { checkSize } from './cross/size.ts';
import { toEntry } from './entry.ts';
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

/** Every issue of one event, fields in the order of the template, cross-field rules last. It never throws. */
export function checkEvent(input: EventInput, connection: ConnectionInput, settings: CheckSettings = {}): Issue[] {
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
  // A detail with an error has no entry to measure.
  if (detail.length === 0) issues.push(...checkSize(toEntry(input), settings.maxEntryBytes));
  return issues;
}

function optional<Value>(value: Value | undefined, check: (value: Value) => Issue[]): Issue[] {
  return value === undefined ? [] : check(value);
}
