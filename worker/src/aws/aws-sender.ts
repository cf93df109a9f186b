import { EventBridgeClient, PutEventsCommand, type PutEventsCommandOutput } from '@aws-sdk/client-eventbridge';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { credentialsFor } from './credentials.ts';
import { toConnectorError } from './errors.ts';
import { identityKey, type SendIdentity } from './identity.ts';
import { collectHeaders, type RawHeaders } from './raw-headers.ts';
import type { EventSender } from './sender.ts';

export interface AwsSenderOptions {
  /** Address to call where the identity has none; absent: the region's own, or `AWS_ENDPOINT_URL_EVENTBRIDGE`. */
  readonly endpoint?: string;
  /** Address of STS; absent: the region's own, or `AWS_ENDPOINT_URL_STS`. */
  readonly stsEndpoint?: string;
  /** Longest wait for a connection, in milliseconds, default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Longest wait for one answer, in milliseconds, default 10,000. */
  readonly requestTimeoutMs?: number;
  /** Calls for one send where the network or the request fails, default 3; 1 switches retries off. */
  readonly maxAttempts?: number;
  /** Connections at a time, default 50. */
  readonly maxSockets?: number;
}

/** Clients kept for later calls; the one unused for longest goes first. */
const MAX_CLIENTS = 100;

/** Sends each entry in a call of its own, through one client for each identity and one pool of connections for all. */
export function createAwsSender(options: AwsSenderOptions = {}): EventSender {
  const pool = { keepAlive: true, maxSockets: options.maxSockets ?? 50 };
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: options.connectTimeoutMs ?? 5_000,
    requestTimeout: options.requestTimeoutMs ?? 10_000,
    // Without it a time-out is only warned about.
    throwOnRequestTimeout: true,
    httpAgent: new HttpAgent(pool),
    httpsAgent: new HttpsAgent(pool),
  });
  const clients = new Map<string, EventBridgeClient>();

  const clientFor = async (identity: SendIdentity): Promise<EventBridgeClient> => {
    const key = identityKey(identity);
    const known = clients.get(key);
    if (known !== undefined) {
      clients.delete(key);
      clients.set(key, known);
      return known;
    }
    // Global endpoints sign with SigV4a, which the SDK takes from this package once it is loaded.
    if (identity.endpointId !== undefined) await import('@aws-sdk/signature-v4a');
    const endpoint = identity.endpoint ?? options.endpoint;
    const client = new EventBridgeClient({
      region: identity.region,
      credentials: credentialsFor(identity, {
        requestHandler,
        ...(options.stsEndpoint !== undefined && { stsEndpoint: options.stsEndpoint }),
      }),
      requestHandler,
      maxAttempts: options.maxAttempts ?? 3,
      ...(endpoint !== undefined && { endpoint }),
    });
    clients.set(key, client);
    const [oldest] = clients.keys();
    // Its connections belong to the common pool, so there is nothing to close.
    if (clients.size > MAX_CLIENTS && oldest !== undefined) clients.delete(oldest);
    return client;
  };

  return {
    send: async (entry, identity, { signal } = {}) => {
      try {
        const client = await clientFor(identity);
        const command = new PutEventsCommand({
          Entries: [toSdkEntry(entry)],
          ...(identity.endpointId !== undefined && { EndpointId: identity.endpointId }),
        });
        const headers = collectHeaders(command);
        const output = await client.send(command, signal && { abortSignal: signal });
        return { ok: true, result: toResult(output, headers()), index: 0 };
      } catch (error) {
        return { ok: false, error: toConnectorError(error, signal?.aborted === true) };
      }
    },
    close: () => requestHandler.destroy(),
  };
}

function toSdkEntry(entry: PutEventsEntry): NonNullable<PutEventsCommand['input']['Entries']>[number] {
  const { Time, Resources, ...rest } = entry;
  return {
    ...rest,
    ...(Time !== undefined && { Time: new Date(Time) }),
    ...(Resources !== undefined && { Resources: [...Resources] }),
  };
}

function toResult(output: PutEventsCommandOutput, headers: RawHeaders): PutEventsResult {
  return {
    requestId: output.$metadata.requestId ?? '',
    httpStatusCode: output.$metadata.httpStatusCode ?? 0,
    headers,
    failedEntryCount: output.FailedEntryCount ?? 0,
    entries: (output.Entries ?? []).map(({ EventId, ErrorCode, ErrorMessage }) => ({
      ...(EventId !== undefined && { eventId: EventId }),
      ...(ErrorCode !== undefined && { errorCode: ErrorCode }),
      ...(ErrorMessage !== undefined && { errorMessage: ErrorMessage }),
    })),
  };
}
