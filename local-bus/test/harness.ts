import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsCommandOutput,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import {
  createLocalBus,
  DEFAULT_ACCESS_KEY,
  type AccessKey,
  type BusAddress,
  type LocalBus,
  type LocalBusOptions,
} from '../src/index.ts';

export const REGION = 'eu-central-1';

export interface StartedBus {
  readonly bus: LocalBus;
  readonly address: BusAddress;
  readonly client: EventBridgeClient;
}

/** A started bus with a client of the real SDK, both closed when the test ends. */
export async function startBus(options: LocalBusOptions = {}): Promise<StartedBus> {
  const bus = createLocalBus(options);
  onTestFinished(() => bus.close());
  const address = await bus.start();
  return { bus, address, client: sdkClient(address) };
}

interface ClientOptions {
  readonly key?: AccessKey;
  readonly region?: string;
  readonly maxAttempts?: number;
}

/** One attempt a call, so that a test sees each answer. */
export function sdkClient(
  { url }: BusAddress,
  { key = DEFAULT_ACCESS_KEY, region = REGION, maxAttempts = 1 }: ClientOptions = {},
): EventBridgeClient {
  const client = new EventBridgeClient({ endpoint: url, region, credentials: key, maxAttempts });
  onTestFinished(() => client.destroy());
  return client;
}

export const GOOD_ENTRY: PutEventsRequestEntry = {
  Source: 'com.example.orders',
  DetailType: 'OrderPlaced',
  Detail: '{"orderId":42}',
};

export function put(client: EventBridgeClient, ...entries: PutEventsRequestEntry[]): Promise<PutEventsCommandOutput> {
  return client.send(new PutEventsCommand({ Entries: entries }));
}

/** The error a promise ends with. */
export async function errorOf(
  promise: Promise<unknown>,
): Promise<Error & { readonly $metadata?: { readonly httpStatusCode?: number } }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('It succeeded.');
}

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** A request by hand, for what no SDK would send. */
export function rawRequest(
  address: BusAddress,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const request = httpRequest(
      { host: '127.0.0.1', port: address.port, path, method, headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            rawHeaders: response.rawHeaders,
            body: text,
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
