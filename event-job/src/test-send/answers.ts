import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import { isJsonObject, parseJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { callError, outOfTimeError, type CallErrorFacts } from '../call-error.ts';
import type { SendIdentity, SendResult } from '../sender.ts';

/** How EventBridge answers an entry, made up or pasted in: nothing is sent. */
export type Answer = (entry: PutEventsEntry, identity: SendIdentity) => SendResult;

/** Stands where a call has an id of its own. */
const MADE_UP_ID = '00000000-0000-0000-0000-000000000000';

/** Headers that an answer of EventBridge has. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html#API_PutEvents_ResponseSyntax
const HEADERS: PutEventsResult['headers'] = [
  ['x-amzn-RequestId', MADE_UP_ID],
  ['Content-Type', 'application/x-amz-json-1.1'],
];

function answered(entry: PutEventsResult['entries'][number]): SendResult {
  const failedEntryCount = entry.errorCode === undefined ? 0 : 1;
  const result = { requestId: MADE_UP_ID, httpStatusCode: 200, headers: HEADERS, failedEntryCount, entries: [entry] };
  return { ok: true, index: 0, result };
}

function refused(facts: CallErrorFacts): Answer {
  return ({ EventBusName }, identity) => ({
    ok: false,
    error: callError(facts, { eventBusName: EventBusName, identity }),
  });
}

/** An answer of HTTP 200 that rejects the entry with this code. */
export function rejectedWith(errorCode: string): Answer {
  const errorMessage = REASONS[errorCode];
  return () => answered({ errorCode, ...(errorMessage !== undefined && { errorMessage }) });
}

/** What EventBridge says beside the code, where that is known. */
const REASONS: Readonly<Record<string, string>> = {
  MalformedDetail: 'Detail is malformed.',
  NotAuthorizedForSourceException: 'Not authorized for the source.',
};

/** The answers that a preview shows, in its order. */
export const ANSWERS = {
  accepted: () => answered({ eventId: MADE_UP_ID }),
  rejected: rejectedWith('NotAuthorizedForSourceException'),
  throttled: refused({ name: 'ThrottlingException', status: 400, requestId: MADE_UP_ID, message: 'Rate exceeded' }),
  denied: refused({
    name: 'AccessDeniedException',
    status: 400,
    requestId: MADE_UP_ID,
    message: 'User is not authorized to perform: events:PutEvents',
  }),
  timeout: () => ({ ok: false, error: outOfTimeError(true) }),
} satisfies Readonly<Record<string, Answer>>;

export type AnswerName = keyof typeof ANSWERS;

export type PastedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  /** What is wrong with the text, what was found and what to write. */
  | { readonly ok: false; readonly message: string };

const FORMS =
  'an answer of PutEvents, {"FailedEntryCount": 0, "Entries": [{"EventId": "…"}]}, the response of a test send, or an error, {"__type": "ThrottlingException", "message": "…"}';

/** Reads a response that a person pasted: AWS's own JSON, that of the connector, or an error of AWS. */
export function pastedAnswer(text: string): PastedAnswer {
  const value = parseJsonObject(text);
  if (value === undefined) return { ok: false, message: `The response is no JSON object. Paste ${FORMS}.` };
  const entries = listAt(value, 'Entries') ?? listAt(value, 'entries');
  if (entries !== undefined) {
    const result = resultOf(value, entries);
    return { ok: true, answer: () => ({ ok: true, index: 0, result }) };
  }
  const type = textAt(value, '__type') ?? textAt(value, 'code') ?? textAt(value, 'name');
  if (type === undefined)
    return {
      ok: false,
      message: `The response is none of EventBridge: found neither Entries nor __type. Paste ${FORMS}.`,
    };
  const status = value['status'] ?? 400;
  return {
    ok: true,
    answer: refused({
      // as in com.amazonaws.events#ThrottlingException:http://…
      name: type.split(':')[0]?.split('#').at(-1) ?? type,
      message: textAt(value, 'message') ?? textAt(value, 'Message') ?? '',
      ...(typeof status === 'number' && { status }),
    }),
  };
}

function resultOf(value: JsonObject, entries: readonly Json[]): PutEventsResult {
  const http = objectAt(value, 'sdkHttpMetadata') ?? {};
  const status = http['httpStatusCode'];
  const all = objectAt(http, 'allHttpHeaders') ?? {};
  const headers = Object.entries(all).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).flatMap((item) =>
      typeof item === 'string' ? [[name, item] as const] : [],
    ),
  );
  return {
    requestId: textAt(objectAt(value, 'sdkResponseMetadata') ?? {}, 'requestId') ?? MADE_UP_ID,
    httpStatusCode: typeof status === 'number' ? status : 200,
    headers: headers.length > 0 ? headers : HEADERS,
    failedEntryCount: entries.filter((entry) => isJsonObject(entry) && codeOf(entry) !== undefined).length,
    entries: entries.filter(isJsonObject).map((entry) => {
      const errorCode = codeOf(entry);
      const eventId = textAt(entry, 'EventId') ?? textAt(entry, 'eventId');
      const errorMessage = textAt(entry, 'ErrorMessage') ?? textAt(entry, 'errorMessage');
      return {
        ...(eventId !== undefined && { eventId }),
        ...(errorCode !== undefined && { errorCode }),
        ...(errorMessage !== undefined && { errorMessage }),
      };
    }),
  };
}

function codeOf(entry: JsonObject): string | undefined {
  return textAt(entry, 'ErrorCode') ?? textAt(entry, 'errorCode');
}

function textAt(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' ? value : undefined;
}

function objectAt(object: JsonObject, name: string): JsonObject | undefined {
  const value = object[name];
  return isJsonObject(value) ? value : undefined;
}

function listAt(object: JsonObject, name: string): readonly Json[] | undefined {
  const value = object[name];
  return Array.isArray(value) ? value : undefined;
}
