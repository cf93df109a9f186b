import type { JsonObject } from '@eventbridge-kit/issue';

/** One event as a task gives it: plain values, after FEEL and secrets. Field names are the input names without `input.`. */
export interface EventInput {
  /** Name or ARN of the event bus. */
  readonly eventBusName: string;
  readonly source: string;
  readonly detailType: string;
  /** A JSON object, or JSON text that parses to one. */
  readonly detail: JsonObject | string;
  readonly resources?: readonly string[];
  /** RFC 3339 date and time. */
  readonly time?: string;
  /** An X-Ray trace header. */
  readonly traceHeader?: string;
  /** An id by which a consumer knows an event that was sent again; absent: none. */
  readonly idempotency?: Idempotency;
}

/** An id that stays the same when an event is sent again, and where the event carries it. */
export type Idempotency = IdInDetail | IdAsResource;

export interface IdInDetail {
  readonly place: 'detail';
  readonly id: string;
  /** The detail's own key that holds the id. */
  readonly field: string;
}

export interface IdAsResource {
  readonly place: 'resource';
  readonly id: string;
}

/** Where the event goes. Field names are the input names without `configuration.`. */
export interface ConnectionInput {
  readonly region: string;
  /** Global endpoint id, for example `abcde.veo`. */
  readonly endpointId?: string;
  /** Custom https endpoint; http only on loopback. */
  readonly endpoint?: string;
}
