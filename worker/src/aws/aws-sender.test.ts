import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';
import { listenAt } from '@eventbridge-kit/node-kit/http';
import { createAwsSender, type AwsSenderOptions } from './aws-sender.ts';
import type { SendIdentity, SendResult } from '@eventbridge-kit/event-job';
import type { EventSender } from './sender.ts';

const entry: PutEventsEntry = {
  EventBusName: 'orders',
  Source: 'com.example.orders',
  DetailType: 'Order placed',
  Detail: '{"orderId":9007199254740993}',
  Resources: ['arn:aws:s3:::orders'],
  Time: '2026-11-23T10:00:00.500Z',
  TraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
};

const identity: SendIdentity = {
  region: 'eu-central-1',
  credentials: {
    type: 'static',
    accessKeyId: DEFAULT_ACCESS_KEY.accessKeyId,
    secretAccessKey: DEFAULT_ACCESS_KEY.secretAccessKey,
  },
};

const wrongSecret: SendIdentity = {
  ...identity,
  credentials: { type: 'static', accessKeyId: DEFAULT_ACCESS_KEY.accessKeyId, secretAccessKey: 'not-the-secret-key' },
};

let bus: LocalBus;
let url: string;
let sender: EventSender;

function use(options: AwsSenderOptions): EventSender {
  sender.close();
  sender = createAwsSender({ endpoint: url, ...options });
  return sender;
}

function errorOf(result: SendResult): Extract<SendResult, { ok: false }>['error'] {
  if (result.ok) throw new Error('The send was expected to fail.');
  return result.error;
}

beforeEach(async () => {
  bus = createLocalBus({ buses: ['orders'] });
  ({ url } = await bus.start());
  sender = createAwsSender({ endpoint: url });
});

afterEach(async () => {
  sender.close();
  await bus.close();
});

describe('the AWS sender', () => {
  it('sends the entry field by field', async () => {
    const result = await sender.send(entry, identity);
    expect(result).toMatchObject({ ok: true, index: 0, result: { httpStatusCode: 200, failedEntryCount: 0 } });
    expect(bus.events()).toMatchObject([
      {
        eventBusName: 'orders',
        source: 'com.example.orders',
        detailType: 'Order placed',
        detailText: '{"orderId":9007199254740993}',
        resources: ['arn:aws:s3:::orders'],
        region: 'eu-central-1',
      },
    ]);
    expect(bus.events()[0]?.time).toMatch(/^2026-11-23T10:00:00/);
  });

  it('gives the headers of the answer as they were sent, and its request id', async () => {
    const result = await sender.send(entry, identity);
    if (!result.ok) throw new Error(result.error.message);
    const { headers, requestId } = result.result;
    expect(headers.find(([name]) => name === 'x-amzn-RequestId')?.[1]).toBe(requestId);
    expect(headers.find(([name]) => name === 'Content-Type')?.[1]).toBe('application/x-amz-json-1.1');
  });

  it('keeps connections, and one client for equal identities', async () => {
    for (let at = 0; at < 5; at += 1) await sender.send(entry, { ...identity });
    expect(bus.counts()).toMatchObject({ accepted: 5, connections: 1 });
  });

  it('lets events of equal identities share a call, and of others never', async () => {
    const bySession = { ...identity, role: { arn: 'arn:aws:iam::123456789012:role/event-sender' } };
    const identities = [identity, { ...identity }, { ...identity, region: 'eu-west-1' }, bySession];
    use({ stsEndpoint: url });
    // Opens each way, so that all events below are ready in the same turn.
    for (const one of identities) await sender.send(entry, one);
    const before = bus.counts().calls;
    const results = await Promise.all([...identities, ...identities].map((one) => sender.send(entry, one)));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(bus.counts().calls - before).toBe(3);
  });

  it('gives a rejected entry as the answer that it is', async () => {
    bus.addFault({ kind: 'entry', code: 'MalformedDetail' });
    const result = await sender.send(entry, identity);
    expect(result).toMatchObject({
      ok: true,
      result: { failedEntryCount: 1, entries: [{ errorCode: 'MalformedDetail' }] },
    });
  });

  it('sends to the endpoint of the identity before its own', async () => {
    const result = await use({ endpoint: 'http://127.0.0.1:1' }).send(entry, { ...identity, endpoint: url });
    expect(result.ok).toBe(true);
  });

  it('signs with the session token', async () => {
    const credentials = { ...identity.credentials, sessionToken: 'token-of-a-session' };
    const other = createLocalBus({ accessKeys: [{ ...DEFAULT_ACCESS_KEY, sessionToken: 'token-of-a-session' }] });
    const { url: endpoint } = await other.start();
    const busEntry = { ...entry, EventBusName: 'default' };
    const without = await sender.send(busEntry, { ...identity, endpoint });
    const withToken = await sender.send(busEntry, { ...identity, endpoint, credentials });
    await other.close();
    expect(without.ok).toBe(false);
    expect(withToken.ok).toBe(true);
  });
});

describe('a role', () => {
  const arn = 'arn:aws:iam::123456789012:role/event-sender';
  const busEntry = { ...entry, EventBusName: 'default' };
  let other: LocalBus;
  let endpoint: string;

  beforeEach(async () => {
    other = createLocalBus({ roles: [{ arn, externalId: 'camunda' }] });
    ({ url: endpoint } = await other.start());
    use({ endpoint, stsEndpoint: endpoint });
  });

  afterEach(() => other.close());

  it('is assumed with the credentials and the external id, once for many sends', async () => {
    const assumed: SendIdentity = { ...identity, role: { arn, externalId: 'camunda' } };
    for (let at = 0; at < 3; at += 1) expect((await sender.send(busEntry, assumed)).ok).toBe(true);
    const keys = new Set(other.events().map(({ accessKeyId }) => accessKeyId));
    expect(keys.size).toBe(1);
    expect(keys).not.toContain(DEFAULT_ACCESS_KEY.accessKeyId);
  });

  it('that may not be assumed is a failure that names the action', async () => {
    const error = errorOf(await sender.send(busEntry, { ...identity, role: { arn, externalId: 'wrong' } }));
    expect(error.code).toBe('AccessDenied');
    expect(error.message).toContain(`sts:AssumeRole on resource: ${arn}. Allow it for these credentials, and `);
    expect(other.events()).toEqual([]);
  });
});

describe('a global endpoint', () => {
  it('is named in the call, which is signed for all regions', async () => {
    const seen: { authorization: string; body: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ authorization: request.headers.authorization ?? '', body: Buffer.concat(chunks).toString() });
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        response.end('{"FailedEntryCount":0,"Entries":[{"EventId":"event-1"}]}');
      });
    });
    const port = await listenAt(server, 0);
    const result = await use({ endpoint: `http://127.0.0.1:${port}` }).send(entry, {
      ...identity,
      endpointId: 'abcde.veo',
    });
    server.closeAllConnections();
    server.close();
    expect(result.ok).toBe(true);
    expect(seen[0]?.authorization).toMatch(/^AWS4-ECDSA-P256-SHA256 /);
    expect(JSON.parse(seen[0]?.body ?? '{}')).toMatchObject({ EndpointId: 'abcde.veo' });
  });
});

describe('a failed call', () => {
  it("has AWS's own error name as its code, and says what to check", async () => {
    const error = errorOf(await sender.send(entry, wrongSecret));
    expect(error).toMatchObject({ code: 'InvalidSignatureException', inputError: false });
    expect(error.message).toContain('Take access key and secret key from one pair');
    expect(error.message).toContain('HTTP 4');
  });

  it('that is not allowed names the missing action and the bus', async () => {
    bus.addFault('deny');
    const error = errorOf(await sender.send(entry, identity));
    expect(error.code).toBe('AccessDeniedException');
    expect(error.message).toContain(
      'events:PutEvents on resource: arn:aws:events:eu-central-1:123456789012:event-bus/orders because ',
    );
    expect(error.message).toMatch(/action\. Allow it for these credentials\.$/);
  });

  it('tells neither the key nor the signed text', async () => {
    const error = errorOf(await sender.send(entry, wrongSecret));
    for (const secret of [DEFAULT_ACCESS_KEY.accessKeyId, 'not-the-secret-key', 'Canonical']) {
      expect(JSON.stringify(error)).not.toContain(secret);
    }
  });

  it('is hidden whole before it is cut', async () => {
    const secret = 'the-bus-is-a-secret';
    const server = createServer((_, response) => {
      response.writeHead(400).end(JSON.stringify({ __type: 'ValidationException', message: 'x'.repeat(990) + secret }));
    });
    const endpoint = `http://127.0.0.1:${await listenAt(server, 0)}`;
    const hide = (text: string): string => text.replaceAll(secret, '***');
    const error = errorOf(await use({ endpoint }).send(entry, identity, { hide }));
    server.closeAllConnections();
    server.close();
    expect(error.message).toContain('x***');
    expect(error.message).not.toContain('the-bus');
  });

  it('is known by its status where the answer is no JSON (413), and never tried again', async () => {
    bus.addFault('too-large:times=1');
    const error = errorOf(await sender.send(entry, identity));
    expect(error).toMatchObject({ code: 'RequestTooLarge', inputError: true });
    // A second try would have been accepted.
    expect(bus.counts().accepted).toBe(0);
  });

  it('of the network or the service itself is tried again', async () => {
    bus.addFault('http:status=500,times=1');
    expect((await sender.send(entry, identity)).ok).toBe(true);
    expect(bus.counts().accepted).toBe(1);
  });

  it('names a connection that nobody takes', async () => {
    const error = errorOf(await use({ maxAttempts: 1 }).send(entry, { ...identity, endpoint: 'http://127.0.0.1:1' }));
    expect(error.code).toBe('ECONNREFUSED');
    expect(error.message).toContain('nothing listens there');
  });

  it('ends when the signal aborts, and says that the event may have arrived', async () => {
    bus.addFault('hang:times=forever');
    const abort = new AbortController();
    const sending = sender.send(entry, identity, { signal: abort.signal });
    while (bus.counts().connections === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    const error = errorOf(await sending);
    expect(error).toMatchObject({ code: 'DeadlineExceeded', inputError: false });
    expect(error.message).toContain('not known');
  });

  it('ends by itself where an answer does not come in time', async () => {
    bus.addFault('hang:times=forever');
    const error = errorOf(await use({ requestTimeoutMs: 50, maxAttempts: 1 }).send(entry, identity));
    expect(error).toMatchObject({ code: 'TimeoutError', inputError: false });
  });
});
