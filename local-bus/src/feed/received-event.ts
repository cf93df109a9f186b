import type { JsonObject } from '@eventbridge-kit/issue';

/**
 * What became of an entry: `accepted`; `lost`, where AWS answers with an event id and drops the event; or `rejected`
 * with an error code.
 */
export type EventStatus = 'accepted' | 'lost' | 'rejected';

/** One entry of a PutEvents call as the bus took it. */
export interface ReceivedEvent {
  /** Place in the feed, from 1 up, without gaps. */
  readonly sequence: number;
  readonly status: EventStatus;
  /** Why it was lost or rejected. */
  readonly reason?: string;
  /** Absent when rejected. */
  readonly eventId?: string;
  /** Present when rejected. */
  readonly errorCode?: string;
  /** The call's `x-amzn-RequestId`; entries of one call share it. */
  readonly requestId: string;
  /** Place in the call, from 0 up. */
  readonly entryIndex: number;
  /** ISO time of arrival. */
  readonly receivedAt: string;
  readonly accessKeyId: string;
  readonly region: string;
  /** Account of who sent it. */
  readonly accountId: string;
  /** As the client wrote it, a name or an ARN; `default` where it wrote none. */
  readonly eventBusName: string;
  readonly source: string;
  readonly detailType: string;
  /** The JSON text as it came, to the digit. */
  readonly detailText: string;
  /** The same as a value; absent when it is no JSON object. */
  readonly detail?: JsonObject;
  readonly resources: readonly string[];
  /** ISO time of the event, to the second, as AWS gives it to targets. */
  readonly time: string;
  readonly traceHeader?: string;
  /** Names of the rules on the bus whose pattern the event matches. */
  readonly matchedRules: readonly string[];
}

/** What is known of an event before the feed takes it. */
export type JudgedEvent = Omit<ReceivedEvent, 'sequence' | 'matchedRules'>;

/** The event as a rule and its targets see it. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
export function toEnvelope(received: JudgedEvent): JsonObject {
  return { ...toHead(received), detail: received.detail ?? {} };
}

/** JSON text of the event as a rule sees it, the detail to the digit. */
export function envelopeText(received: JudgedEvent): string {
  return `${JSON.stringify(toHead(received)).slice(0, -1)},"detail":${received.detailText}}`;
}

function toHead(received: JudgedEvent): JsonObject {
  return {
    version: '0',
    id: received.eventId ?? '',
    'detail-type': received.detailType,
    source: received.source,
    account: received.accountId,
    time: received.time,
    region: received.region,
    resources: [...received.resources],
  };
}
