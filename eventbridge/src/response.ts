/** A PutEvents answer as the transport read it, before it takes the connector's shape. */
export interface PutEventsResult {
  readonly requestId: string;
  readonly httpStatusCode: number;
  /** Name and value of each header in the order and spelling in which it was sent; a repeated name stands twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Failed entries of the whole call. */
  readonly failedEntryCount: number;
  /** Entry i answers entry i of the call. */
  readonly entries: readonly PutEventsResultEntry[];
}

export interface PutEventsResultEntry {
  readonly eventId?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

/** What a process sees after the call; a type, not an interface, so that it is a `JsonObject` too. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#amazon-eventbridge-connector-response
export type ConnectorResponse = {
  sdkResponseMetadata: { requestId: string };
  sdkHttpMetadata: {
    /** The first value of each header. */
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    allHttpHeaders: Record<string, string[]>;
  };
  /** 0 or 1: of this entry alone. */
  failedEntryCount: number;
  /** This entry alone. */
  entries: ConnectorResponseEntry[];
};

export type ConnectorResponseEntry = {
  eventId: string | null;
  errorCode: string | null;
  errorMessage: string | null;
};

/**
 * The response for the job that sent entry `index`; the other entries of the call belong to other jobs and stay out.
 * An answer that leaves the entry out counts as the retryable `InternalFailure`: whether the event arrived is unknown.
 */
export function toResponse(result: PutEventsResult, index: number): ConnectorResponse {
  const entry = toEntryResponse(result.entries[index], index);
  const { first, all } = headersOf(result);
  return {
    sdkResponseMetadata: { requestId: result.requestId },
    sdkHttpMetadata: {
      httpHeaders: first,
      httpStatusCode: result.httpStatusCode,
      allHttpHeaders: all,
    },
    failedEntryCount: entry.errorCode === null ? 0 : 1,
    entries: [entry],
  };
}

function toEntryResponse(entry: PutEventsResultEntry | undefined, index: number): ConnectorResponseEntry {
  if (entry?.errorCode !== undefined) {
    return { eventId: entry.eventId ?? null, errorCode: entry.errorCode, errorMessage: entry.errorMessage ?? null };
  }
  if (entry?.eventId !== undefined) return { eventId: entry.eventId, errorCode: null, errorMessage: null };
  return {
    eventId: null,
    errorCode: 'InternalFailure',
    errorMessage: `The answer holds neither an event id nor an error for entry ${index}.`,
  };
}

interface Headers {
  /** The first value of each. */
  readonly first: Record<string, string>;
  readonly all: Record<string, string[]>;
}

/** Up to ten jobs share a call, and its headers. */
const headersOfResults = new WeakMap<PutEventsResult, Headers>();

function headersOf(result: PutEventsResult): Headers {
  const known = headersOfResults.get(result);
  if (known !== undefined) return known;
  const groups = groupHeaders(result.headers);
  const headers = {
    first: Object.fromEntries(groups.map(({ name, values }) => [name, values[0] ?? ''])),
    all: Object.fromEntries(groups.map(({ name, values }) => [name, values])),
  };
  headersOfResults.set(result, headers);
  return headers;
}

/** Names that differ in case only are one header, under the spelling that came first. */
function groupHeaders(headers: PutEventsResult['headers']): { name: string; values: string[] }[] {
  const groups = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const group = groups.get(key);
    if (group) group.values.push(value);
    else groups.set(key, { name, values: [value] });
  }
  return [...groups.values()];
}
