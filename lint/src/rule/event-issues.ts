import { type Issue, type JsonObject, parseJson } from '@eventbridge-kit/issue';
import { checkEvent, type Idempotency } from '@eventbridge-kit/eventbridge';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { isBlank, isEmpty, knownText, valueOf, type FieldValue } from '../model/value.ts';

/** A finding of the event's own checks, with the values that it may rest on. */
export interface EventIssue {
  readonly issue: Issue;
  readonly field?: TaskField;
}

/** What stands in for a value that is not known: valid, and its own findings are dropped. */
const PLACEHOLDERS = {
  region: 'eu-central-1',
  eventBusName: 'default',
  source: '-',
  detailType: '-',
  detail: {},
  idempotencyField: '-',
};

const found = new WeakMap<EventTask, ReadonlyMap<string, readonly EventIssue[]>>();

/** The findings of `checkEvent` with this id that are certain although parts of the event are not known. */
export function eventIssues(task: EventTask, ruleId: string, needs: readonly string[]): readonly EventIssue[] {
  const byRule = found.get(task) ?? check(task);
  found.set(task, byRule);
  const issues = byRule.get(ruleId) ?? [];
  return issues.length > 0 && needs.every((target) => isCertain(valueOf(task, target))) ? issues : [];
}

function check(task: EventTask): ReadonlyMap<string, readonly EventIssue[]> {
  const text = (target: string, placeholder: string): string => {
    const value = valueOf(task, target);
    if (isEmpty(value)) return '';
    return value.kind === 'known' && typeof value.value === 'string' ? value.value : placeholder;
  };
  const optionalText = (target: string): string | undefined => {
    const value = valueOf(task, target);
    return value.kind === 'known' && typeof value.value === 'string' && !isEmpty(value) ? value.value : undefined;
  };
  const resources = stringsOf(valueOf(task, 'input.resources'));
  const time = optionalText('input.time');
  const traceHeader = optionalText('input.traceHeader');
  const idempotency = idempotencyOf(task, text('input.idempotencyField', PLACEHOLDERS.idempotencyField));
  const endpointId = optionalText('configuration.endpointId');
  const endpoint = optionalText('configuration.endpoint');
  const issues = checkEvent(
    {
      eventBusName: text('input.eventBusName', PLACEHOLDERS.eventBusName),
      source: text('input.source', PLACEHOLDERS.source),
      detailType: text('input.detailType', PLACEHOLDERS.detailType),
      detail: detailOf(valueOf(task, 'input.detail')),
      ...(resources && { resources }),
      ...(time !== undefined && { time }),
      ...(traceHeader !== undefined && { traceHeader }),
      ...(idempotency && { idempotency }),
    },
    {
      region: text('configuration.region', PLACEHOLDERS.region),
      ...(endpointId !== undefined && { endpointId }),
      ...(endpoint !== undefined && { endpoint }),
    },
  );
  const required = new Set(task.family.required(task));
  const byRule = new Map<string, EventIssue[]>();
  for (const issue of issues) {
    const value = valueOf(task, issue.field);
    if (value.kind === 'unknown' || (isEmpty(value) && !required.has(issue.field))) continue;
    const entry = value.kind === 'known' ? { issue, field: value.field } : { issue };
    byRule.set(issue.rule, [...(byRule.get(issue.rule) ?? []), entry]);
  }
  return byRule;
}

/** A value of a wrong type is another rule's matter. */
function detailOf(value: FieldValue): JsonObject | string {
  if (isBlank(value)) return '';
  if (value.kind !== 'known') return PLACEHOLDERS.detail;
  // The check takes whatever a job may bring, and says so where it is no object.
  return value.value as JsonObject | string;
}

/** The id itself is not known before there is a job; the shortest one makes no event look too large. */
function idempotencyOf(task: EventTask, field: string): Idempotency | undefined {
  const place = knownText(valueOf(task, 'input.idempotencyId'));
  if (place === 'detail') return { place, id: '', field };
  return place === 'resource' ? { place, id: '' } : undefined;
}

/** A list of strings, as FEEL or as JSON text. */
function stringsOf(value: FieldValue): string[] | undefined {
  if (value.kind !== 'known') return undefined;
  const list = typeof value.value === 'string' ? parseJson(value.value) : value.value;
  return Array.isArray(list) && list.every((item): item is string => typeof item === 'string') ? list : undefined;
}

function isCertain(value: FieldValue): boolean {
  return value.kind !== 'unknown';
}
