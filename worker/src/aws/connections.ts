import { LruMap } from '@eventbridge-kit/issue';
import { DescribeEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { PutEventsConnection } from '../batch/index.ts';
import type { SendIdentity } from '@eventbridge-kit/event-job';
import { createAgents } from '../network/agents.ts';
import type { Clock } from '../runtime/clock.ts';
import { credentialsFor } from './credentials.ts';
import { identityKey, isSameIdentity } from './identity.ts';
import { createPutEventsCall } from './put-events/put-events-call.ts';
import { createRequestHandler } from './request-handler.ts';
import { DEFAULT_REQUEST_TIMEOUT_MS } from './sender.ts';

export interface ConnectionOptions {
  /** Address to call where the identity has none; absent: the region's own, or `AWS_ENDPOINT_URL_EVENTBRIDGE`. */
  readonly endpoint?: string | undefined;
  /** Address of STS; absent: the region's own, or `AWS_ENDPOINT_URL_STS`. */
  readonly stsEndpoint?: string | undefined;
  /** Longest wait for a connection, in milliseconds, default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Longest wait for one answer, in milliseconds, default 10,000. */
  readonly requestTimeoutMs?: number;
  /** TCP connections at a time, default 50. */
  readonly maxSockets?: number;
}

/** Connections to EventBridge, one for each identity; equal identities share one, and with it credentials and calls. */
export interface Connections {
  /** Without a promise, but for what is loaded first. */
  get(identity: SendIdentity): PutEventsConnection | Promise<PutEventsConnection>;
  /** Asks for an event bus; rejects as the SDK does. */
  describeEventBus(identity: SendIdentity, eventBusName: string): Promise<unknown>;
  /** Ends idle TCP connections. */
  close(): void;
}

interface Connection {
  readonly client: EventBridgeClient;
  readonly putEvents: PutEventsConnection;
}

/** Connections kept for later; the one unused for longest goes first. */
const MAX_CONNECTIONS = 100;

export function createConnections(options: ConnectionOptions, clock: Clock): Connections {
  const { connectTimeoutMs = 5_000, requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS, maxSockets = 50 } = options;
  const agents = createAgents({ maxSockets });
  const requestHandler = createRequestHandler({ agents, connectTimeoutMs, requestTimeoutMs });
  // The TCP connections belong to the common pool, so there is nothing to close where one goes.
  const connections = new LruMap<string, Connection>(MAX_CONNECTIONS);

  const open = (identity: SendIdentity): Connection => {
    const { endpointId, region } = identity;
    const endpoint = identity.endpoint ?? options.endpoint;
    const client = new EventBridgeClient({
      region,
      credentials: credentialsFor(identity, {
        requestHandler,
        stsEndpoint: options.stsEndpoint,
      }),
      requestHandler,
      // The batcher tries again, entry by entry.
      maxAttempts: 1,
      ...(endpoint !== undefined && { endpoint }),
    });
    const putEvents = createPutEventsCall({
      client,
      agents,
      connectTimeoutMs,
      answerTimeoutMs: requestTimeoutMs,
      clock,
      ...(endpointId !== undefined && { endpointId }),
    });
    return { client, putEvents };
  };

  let last: { readonly identity: SendIdentity; readonly connection: Connection } | undefined;

  const find = (identity: SendIdentity): Connection => {
    // Most events go where the one before went: no key is needed to see that.
    if (last !== undefined && isSameIdentity(identity, last.identity)) return last.connection;
    const connection = connections.getOrMake(identityKey(identity), () => open(identity));
    last = { identity, connection };
    return connection;
  };

  return {
    get: (identity) => {
      if (identity.endpointId === undefined) return find(identity).putEvents;
      // Global endpoints sign with SigV4a, which the SDK takes from this package once it is loaded.
      return import('@aws-sdk/signature-v4a').then(() => find(identity).putEvents);
    },
    describeEventBus: (identity, eventBusName) =>
      find(identity).client.send(new DescribeEventBusCommand({ Name: eventBusName })),
    close: () => requestHandler.destroy(),
  };
}
