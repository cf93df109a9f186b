import { issue, type Issue, type MessageParts, type Severity } from '@eventbridge-kit/issue';

/** What can be wrong with an event, whoever looks: an editor, or a worker before it sends. */
export interface EventRule {
  /** What is wrong, as a heading. */
  readonly title: string;
  readonly severity: Severity;
  /** True where the value of a job can have the mistake, but no text of a diagram. */
  readonly onlyInJobs?: boolean;
  /** True where the mistake is a field that is empty and must not be. */
  readonly ofEmptyField?: boolean;
}

/** Every mistake that the checks of an event know, by the id of its rule: a check can report no other. */
export const EVENT_RULES = {
  'region-required': { title: 'Region is required', severity: 'error', ofEmptyField: true },
  'region-format': { title: 'Not an AWS region', severity: 'error' },
  'region-unknown': { title: 'Unknown region', severity: 'warning' },
  'event-bus-name-required': { title: 'Event bus name is required', severity: 'error', ofEmptyField: true },
  'event-bus-name-format': { title: 'Not an event bus name', severity: 'error' },
  'event-bus-name-too-long': { title: 'The event bus name is too long', severity: 'error' },
  'event-bus-v2': { title: 'EventBridge v2 bus', severity: 'error' },
  'source-required': { title: 'Source is required', severity: 'error', ofEmptyField: true },
  'source-reserved': { title: 'Reserved source', severity: 'error' },
  'source-too-long': { title: 'The source is too long', severity: 'error' },
  'detail-type-required': { title: 'Detail type is required', severity: 'error', ofEmptyField: true },
  'detail-type-too-long': { title: 'The detail type is too long', severity: 'error' },
  'detail-required': { title: 'Event payload is required', severity: 'error', ofEmptyField: true },
  'detail-not-json': { title: 'The payload is not JSON', severity: 'error' },
  'detail-not-object': { title: 'The payload is not an object', severity: 'error' },
  'detail-too-deep': { title: 'The payload is nested too deep', severity: 'error' },
  'detail-integer-range': { title: 'Integer out of range', severity: 'error' },
  // No text of a diagram is a number that JSON does not have.
  'detail-not-a-number': { title: 'A number that JSON does not have', severity: 'error', onlyInJobs: true },
  'resource-empty': { title: 'Empty resource', severity: 'error' },
  'resource-too-long': { title: 'The resource is too long', severity: 'error' },
  'time-format': { title: 'Not an RFC 3339 time', severity: 'error' },
  'trace-header-empty': { title: 'Empty trace header', severity: 'error' },
  'trace-header-too-long': { title: 'The trace header is too long', severity: 'error' },
  'trace-header-format': { title: 'Not an X-Ray trace header', severity: 'warning' },
  'idempotency-field-required': { title: 'Payload key is required', severity: 'error', ofEmptyField: true },
  'idempotency-field-taken': { title: 'Key for the idempotency id is in the payload already', severity: 'error' },
  'endpoint-id-format': { title: 'Not a global endpoint id', severity: 'error' },
  'endpoint-id-too-long': { title: 'The endpoint id is too long', severity: 'error' },
  'endpoint-format': { title: 'Not an endpoint address', severity: 'error' },
  'endpoint-insecure': { title: 'The endpoint is plain http', severity: 'error' },
  'role-arn-format': { title: 'Not the ARN of a role', severity: 'error' },
  'external-id-format': { title: 'Not an external id', severity: 'error' },
  'event-bus-region': { title: "The region is not the event bus's", severity: 'error' },
  'event-bus-partition': { title: "The ARN's partition is not that of its region", severity: 'error' },
  'event-bus-arn-region': { title: 'Unknown region in the ARN', severity: 'error' },
  'event-too-large': { title: 'The event is too large', severity: 'error' },
  'event-large': { title: 'The event is large for some targets', severity: 'warning' },
} as const satisfies Readonly<Record<string, EventRule>>;

export type EventRuleId = keyof typeof EVENT_RULES;

/** An issue of a rule, with the rule's severity and a message in the one formula. */
export function eventIssue(
  parts: Omit<Issue, 'rule' | 'severity' | 'message'> & MessageParts & { readonly rule: EventRuleId },
): Issue {
  return issue({ ...parts, severity: EVENT_RULES[parts.rule].severity });
}
