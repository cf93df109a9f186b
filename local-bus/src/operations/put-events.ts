import {
  DEFAULT_EVENT_BUS_NAME,
  ENDPOINT_ID_PATTERN,
  entrySizeBytes,
  EVENT_BUS_NAME_PATTERN,
  MAX_ENDPOINT_ID_CHARS,
  MAX_ENTRIES_PER_CALL,
  MAX_EVENT_BUS_NAME_CHARS,
  MAX_REQUEST_BYTES,
  MAX_RESOURCE_CHARS,
  MAX_TRACE_HEADER_CHARS,
  MIN_ENDPOINT_ID_CHARS,
  MIN_ENTRIES_PER_CALL,
  MIN_EVENT_BUS_NAME_CHARS,
  MIN_TRACE_HEADER_CHARS,
} from '@eventbridge-kit/eventbridge';
import type { JsonObject } from '@eventbridge-kit/issue';
import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readList, readMembers, readText, readTextList, readTime, type Members } from '../aws/members.ts';
import { envelopeText } from '../feed/received-event.ts';
import { callerOf } from './event-buses.ts';
import type { EntryError, SentEntry } from '../entry.ts';
import { judgeEntry, type Verdict } from './judge-entry.ts';
import type { Call, Operation } from './operation.ts';

/** Takes 1 to 10 events. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const putEvents: Operation = {
  name: 'PutEvents',
  run(call) {
    const entries = readEntries(call.input);
    const { counters } = call.state;
    counters.add('calls');
    counters.add('entries', entries.length);
    checkModel(readText(call.input, 'EndpointId'), entries, readList(call.input, 'Entries') !== undefined);
    checkSize(entries);
    const answers = entries.map((entry, index) => take(call, entry, index));
    return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
  },
};

function readEntries(input: Members): SentEntry[] {
  return (readList(input, 'Entries') ?? []).map((value) => {
    const members = readMembers(value);
    const sent: { -readonly [Name in keyof SentEntry]: SentEntry[Name] } = {
      resources: readTextList(members, 'Resources') ?? [],
    };
    const time = readTime(members, 'Time');
    if (time !== undefined) sent.time = time;
    for (const [name, key] of TEXT_MEMBERS) {
      const text = readText(members, name);
      if (text !== undefined) sent[key] = text;
    }
    return sent;
  });
}

const TEXT_MEMBERS = [
  ['EventBusName', 'eventBusName'],
  ['Source', 'source'],
  ['DetailType', 'detailType'],
  ['Detail', 'detail'],
  ['TraceHeader', 'traceHeader'],
] as const;

function checkModel(endpointId: string | undefined, entries: readonly SentEntry[], given: boolean): void {
  const model = new Constraints();
  if (!given) model.required(undefined, 'entries');
  else model.count(entries, 'entries', { min: MIN_ENTRIES_PER_CALL, max: MAX_ENTRIES_PER_CALL });
  model.text(endpointId, 'endpointId', {
    min: MIN_ENDPOINT_ID_CHARS,
    max: MAX_ENDPOINT_ID_CHARS,
    pattern: ENDPOINT_ID_PATTERN,
  });
  entries.forEach((entry, index) => {
    const at = `entries.${index + 1}.member`;
    model.text(entry.eventBusName, `${at}.eventBusName`, {
      min: MIN_EVENT_BUS_NAME_CHARS,
      max: MAX_EVENT_BUS_NAME_CHARS,
      pattern: EVENT_BUS_NAME_PATTERN,
    });
    model.text(entry.traceHeader, `${at}.traceHeader`, { min: MIN_TRACE_HEADER_CHARS, max: MAX_TRACE_HEADER_CHARS });
    entry.resources.forEach((resource, place) =>
      model.text(resource, `${at}.resources.${place + 1}.member`, { max: MAX_RESOURCE_CHARS }),
    );
  });
  model.done();
}

function checkSize(entries: readonly SentEntry[]): void {
  const bytes = entries.reduce((sum, entry) => {
    const { source = '', detailType = '', detail = '', resources, time } = entry;
    return (
      sum +
      entrySizeBytes({
        Source: source,
        DetailType: detailType,
        Detail: detail,
        Resources: resources,
        ...(time !== undefined && { Time: '' }),
      })
    );
  }, 0);
  if (bytes >= MAX_REQUEST_BYTES)
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
}

function take(call: Call, entry: SentEntry, index: number): Record<string, string> {
  const scripted = call.state.faults.entryError(call.operation, entry);
  const verdict: Verdict = scripted ? { status: 'rejected', error: scripted } : judgeEntry(call, entry);
  const eventId = verdict.status === 'rejected' ? undefined : call.state.settings.newId();
  record(call, entry, index, verdict, eventId);
  call.state.counters.add(verdict.status);
  return verdict.status === 'rejected' ? answerOf(verdict.error) : { EventId: eventId ?? '' };
}

function answerOf({ code, message }: EntryError): Record<string, string> {
  return { ErrorCode: code, ErrorMessage: message };
}

function record(call: Call, entry: SentEntry, entryIndex: number, verdict: Verdict, eventId: string | undefined): void {
  const { settings, feed, buses } = call.state;
  const now = settings.now();
  const { detail, resources, traceHeader } = entry;
  const value = verdict.status === 'rejected' ? undefined : parseDetail(detail);
  const received = {
    status: verdict.status,
    ...(verdict.status === 'lost' && { reason: verdict.reason }),
    ...(verdict.status === 'rejected' && { reason: verdict.error.message, errorCode: verdict.error.code }),
    ...(eventId !== undefined && { eventId }),
    requestId: call.requestId,
    entryIndex,
    receivedAt: new Date(now).toISOString(),
    accessKeyId: call.principal.accessKeyId,
    region: call.region,
    accountId: call.principal.accountId,
    eventBusName: entry.eventBusName ?? DEFAULT_EVENT_BUS_NAME,
    source: entry.source ?? '',
    detailType: entry.detailType ?? '',
    detailText: detail ?? '',
    ...(value && { detail: value }),
    resources,
    time: new Date(entry.time ?? now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    ...(traceHeader !== undefined && { traceHeader }),
  };
  const bus = verdict.status === 'accepted' ? buses.find(received.eventBusName, callerOf(call)) : undefined;
  feed.add({ ...received, matchedRules: bus?.rules.match(() => envelopeText(received)) ?? [] });
}

/** Only a detail that was judged to be a JSON object comes here. */
function parseDetail(text = '{}'): JsonObject {
  return JSON.parse(text) as JsonObject;
}
