export type { ConnectionInput, EventInput, IdAsResource, Idempotency, IdInDetail } from './event-input.ts';
export { CHECKED_FIELDS, checkedEntry, checkEvent, type CheckedEvent, type CheckSettings } from './check-event.ts';
export { EVENT_RULES, type EventRule, type EventRuleId } from './event-rules.ts';
export { entrySizeBytes, toEntry, type PutEventsEntry } from './entry.ts';
export { ENTRY_CODES, isRetryableEntryCode, type EntryCodeInfo } from './entry-codes.ts';
export {
  toResponse,
  type ConnectorResponse,
  type ConnectorResponseEntry,
  type PutEventsResult,
  type PutEventsResultEntry,
} from './response.ts';
export {
  MAX_ENTRIES_PER_CALL,
  MAX_REQUEST_BYTES,
  MIN_ENTRIES_PER_CALL,
  SIZE_WARNING_BYTES,
  TIME_BYTES,
} from './limits.ts';

export {
  checkEventBusName,
  DEFAULT_EVENT_BUS_NAME,
  EVENT_BUS_NAME_PATTERN,
  MAX_EVENT_BUS_NAME_CHARS,
  MIN_EVENT_BUS_NAME_CHARS,
  parseEventBusArn,
  type EventBusArn,
} from './fields/event-bus-name.ts';
export { checkSource, MAX_SOURCE_CHARS, RESERVED_SOURCE_PREFIX, SOURCE_PATTERN } from './fields/source.ts';
export { checkDetailType, MAX_DETAIL_TYPE_CHARS } from './fields/detail-type.ts';
export { checkDetail, detailText, MAX_DETAIL_DEPTH, MAX_DETAIL_INTEGER, MIN_DETAIL_INTEGER } from './fields/detail.ts';
export { checkResources, MAX_RESOURCE_CHARS } from './fields/resources.ts';
export { checkTime, normalizeTime, TIME_PATTERN } from './fields/time.ts';
export {
  checkTraceHeader,
  MAX_TRACE_HEADER_CHARS,
  MIN_TRACE_HEADER_CHARS,
  TRACE_HEADER_PATTERN,
} from './fields/trace-header.ts';
export { checkRegion, REGION_PATTERN } from './fields/region.ts';
export {
  isKnownRegion,
  partitionOf,
  REGIONS,
  suggestRegion,
  type Partition,
  type RegionInfo,
} from './fields/regions.ts';
export {
  checkEndpointId,
  ENDPOINT_ID_PATTERN,
  MAX_ENDPOINT_ID_CHARS,
  MIN_ENDPOINT_ID_CHARS,
} from './fields/endpoint-id.ts';
export { checkEndpoint, ENDPOINT_PATTERN, endpointHost, isLoopbackEndpoint } from './fields/endpoint.ts';

// What a field's file exports is for everybody.
export * from './fields/role.ts';

export {
  MAX_EVENT_PATTERN_CHARS,
  parseEventPattern,
  parseMatchableEvent,
  type EventPattern,
  type EventPatternResult,
  type MatchableEvent,
  type MatchableEventResult,
} from './pattern/event-pattern.ts';
export { TOO_COMPLEX } from './pattern/wildcard-complexity.ts';
