import type { ConnectorError } from '@eventbridge-kit/connector';
import type { Issue } from '@eventbridge-kit/issue';
import type { AssumedRole, PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';

/** Who sends an event, and where to. Events of equal identities may share a call. */
export interface SendIdentity {
  readonly region: string;
  readonly credentials: CredentialsSource;
  /** Role to assume with the credentials. */
  readonly role?: AssumedRole | undefined;
  /** Address to call instead of the region's own. */
  readonly endpoint?: string;
  /** Global endpoint, for example `abcde.veo`. */
  readonly endpointId?: string;
}

export type CredentialsSource = StaticCredentials | DefaultChain;

export interface StaticCredentials {
  readonly type: 'static';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What the sender's own environment offers: variables, profile, web identity, container, instance. */
export interface DefaultChain {
  readonly type: 'defaultChain';
}

/** The answer to one entry: the call's result with the entry's place in it, or why there is none. */
export type SendResult =
  | {
      readonly ok: true;
      readonly result: PutEventsResult;
      readonly index: number;
      /** What a person should know though the call was answered. */
      readonly notes?: readonly Issue[];
    }
  | { readonly ok: false; readonly error: ConnectorError };

export interface SendOptions {
  /** Gives up on the entry, which may still have been accepted. */
  readonly signal: AbortLike;
  /** When sending must have begun, in milliseconds since 1970, or Infinity. Asked again, since it may move to later. */
  readonly sendUntilMs: () => number;
  /** Hides the secrets of the job in what AWS says. */
  readonly hide: (text: string) => string;
}

/**
 * Sends single entries. Several may share one call, which is why the answer tells the entry's place in the call's result.
 */
export interface EntrySender {
  /** Never rejects: a failure is a value. */
  send(entry: PutEventsEntry, identity: SendIdentity, options: SendOptions): Promise<SendResult>;
}

/** The part of an `AbortSignal` that is used here. Every `AbortSignal` is one, and there are lighter ones. */
export interface AbortLike {
  readonly aborted: boolean;
  /** The listener is called once, when the signal aborts; never where it aborted before. */
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
