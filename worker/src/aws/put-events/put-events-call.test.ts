import { EventBridgeClient, type EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallFailure } from '../../batch/index.ts';
import { ModelClock } from '../../batch/test/model-clock.ts';
import { LightAbort } from '../../runtime/abort.ts';
import { createPutEventsCall } from './put-events-call.ts';
import { startHttpEndpoint, type Reply, type SeenRequest } from '@eventbridge-kit/testkit/network/http-endpoint';
import { createSelfSigned } from '@eventbridge-kit/testkit/network/self-signed';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const entry = { EventBusName: 'bus', Source: 's', DetailType: 't', Detail: '{"a":"ü"}' };
const ACCEPTED: Reply = {
  headers: ['Content-Type', 'application/x-amz-json-1.1', 'x-amzn-RequestId', 'r-1', 'X-Twice', 'a', 'X-Twice', 'b'],
  body: '{"FailedEntryCount":0,"Entries":[{"EventId":"e-1"}]}',
};

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Setting {
  readonly replies?: readonly Reply[];
  readonly path?: string;
  readonly client?: EventBridgeClientConfig;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly trusted?: string;
}

async function setUp({ replies = [ACCEPTED], path = '', client: config, tls, trusted }: Setting = {}) {
  const endpoint = await startHttpEndpoint(replies, tls);
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true, ...(trusted !== undefined && { ca: trusted }) }),
  };
  const client = new EventBridgeClient({
    region: 'eu-central-1',
    credentials: KEYS,
    endpoint: endpoint.url + path,
    maxAttempts: 1,
    ...config,
  });
  cleanUps.push(endpoint.stop, () => {
    agents.http.destroy();
    agents.https.destroy();
    client.destroy();
  });
  const clock = new ModelClock();
  const connection = createPutEventsCall({ client, agents, clock });
  const abort = new LightAbort();
  return { endpoint, connection, clock, abort, call: () => connection.putEvents([entry], { abort }) };
}

/** The SDK's own signature of a request that came. */
async function expectedSignature({ headers, path, body }: SeenRequest, keys: typeof KEYS & { sessionToken?: string }) {
  const date = String(headers['x-amz-date']);
  const iso = date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const signed = ['content-type', 'host', 'x-amz-target'].map((name) => [name, String(headers[name])]);
  const signer = new SignatureV4({
    service: 'events',
    region: 'eu-central-1',
    credentials: keys,
    sha256: Sha256,
    applyChecksum: false,
  });
  const request = { protocol: 'http:', hostname: '', method: 'POST', path, query: {}, body };
  const result = await signer.sign(
    { ...request, headers: Object.fromEntries(signed) as Record<string, string> },
    { signingDate: new Date(iso) },
  );
  return result.headers['authorization'];
}

describe('a call', () => {
  it('is a signed PutEvents request, and its answer comes with all headers as they were sent', async () => {
    const { endpoint, call } = await setUp();
    const result = await call();
    const [request] = endpoint.seen;
    expect(request).toMatchObject({
      path: '/',
      body: JSON.stringify({ Entries: [entry] }),
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSEvents.PutEvents',
        host: endpoint.url.slice('http://'.length),
        connection: 'keep-alive',
      },
    });
    expect(request?.headers['user-agent']).toContain('aws-sdk-js');
    expect(request?.headers.authorization).toBe(await expectedSignature(request ?? expect.fail(), KEYS));
    expect(result).toMatchObject({
      requestId: 'r-1',
      httpStatusCode: 200,
      failedEntryCount: 0,
      entries: [{ eventId: 'e-1' }],
    });
    expect(result.headers).toEqual(
      expect.arrayContaining([
        ['Content-Type', 'application/x-amz-json-1.1'],
        ['x-amzn-RequestId', 'r-1'],
        ['X-Twice', 'a'],
        ['X-Twice', 'b'],
      ]),
    );
  });

  it('sends a time as AWS JSON writes it', async () => {
    const { endpoint, connection, abort } = await setUp();
    await connection.putEvents([{ ...entry, Time: '2026-11-23T10:00:00.250Z', Resources: ['r'] }], { abort });
    expect(endpoint.seen[0]?.body).toContain('"Time":1795428000.25');
  });

  it('tells entry by entry what was not accepted', async () => {
    const body =
      '{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException","ErrorMessage":"slow"},{"EventId":"e"}]}';
    const { call } = await setUp({ replies: [{ body }] });
    expect(await call()).toMatchObject({
      failedEntryCount: 1,
      entries: [{ errorCode: 'ThrottlingException', errorMessage: 'slow' }, { eventId: 'e' }],
    });
  });

  it.each([
    ['throttled', { status: 400, body: '{"__type":"ThrottlingException"}' }, 'ThrottlingException'],
    ['tooLarge', { status: 413, body: '<html>' }, 'HttpError'],
    ['transient', { status: 500, body: '{"__type":"InternalException"}' }, 'InternalException'],
    ['transient', { fault: 'reset' }, 'Error'],
    ['transient', { ...ACCEPTED, fault: 'half' }, 'Error'],
    ['denied', { status: 400, body: '{"__type":"AccessDeniedException"}' }, 'AccessDeniedException'],
    ['refused', { status: 400, body: '{"__type":"UnrecognizedClientException"}' }, 'UnrecognizedClientException'],
    ['transient', { body: '<html>not EventBridge</html>' }, 'ForeignAnswer'],
  ] as const)('that fails is %s for %j', async (kind, reply, name) => {
    const { call } = await setUp({ replies: [reply] });
    await expect(call()).rejects.toMatchObject({ kind, cause: { name } });
  });

  it('that nobody answers ends after the silence that is allowed', async () => {
    const { call, endpoint, clock } = await setUp({ replies: [{ fault: 'silence' }] });
    const heard = endpoint.nextRequest();
    const failed = expect(call()).rejects.toMatchObject({ kind: 'transient', cause: { name: 'TimeoutError' } });
    await heard;
    await clock.advance(10_000);
    await failed;
    expect(clock.timers).toBe(0);
  });

  it('ends when it is given up', async () => {
    const { call, endpoint, abort } = await setUp({ replies: [{ fault: 'silence' }] });
    const heard = endpoint.nextRequest();
    const failed = expect(call()).rejects.toMatchObject({ kind: 'aborted' });
    await heard;
    abort.abort();
    await failed;
  });

  it('is not sent when it was given up before', async () => {
    const { call, endpoint, abort } = await setUp();
    abort.abort();
    await expect(call()).rejects.toMatchObject({ kind: 'aborted' });
    expect(endpoint.seen).toHaveLength(0);
  });

  it('goes over TLS to who is trusted, and to nobody else', async () => {
    const tls = createSelfSigned();
    const trusting = await setUp({ tls, trusted: tls.cert });
    expect(await trusting.call()).toMatchObject({ entries: [{ eventId: 'e-1' }] });
    const strict = await setUp({ tls });
    await expect(strict.call()).rejects.toMatchObject({
      kind: 'refused',
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(strict.endpoint.seen).toHaveLength(0);
  });

  it("goes through the SDK's client where the endpoint has a path, with the same result", async () => {
    const { call, endpoint } = await setUp({ path: '/events' });
    const result = await call();
    expect(endpoint.seen[0]?.path).toBe('/events/');
    expect(endpoint.seen[0]?.headers['amz-sdk-request']).toBeDefined();
    expect(result.entries).toEqual([{ eventId: 'e-1' }]);
    expect(result.headers).toContainEqual(['x-amzn-RequestId', 'r-1']);
  });

  it("has the same kinds of failure through the SDK's client", async () => {
    const { call } = await setUp({ path: '/events', replies: [{ status: 413, body: '<html>' }] });
    await expect(call()).rejects.toMatchObject({ kind: 'tooLarge' });
  });
});

describe('the clock', () => {
  it("follows AWS's after a refusal that tells a far different time", async () => {
    const clock = new ModelClock();
    const theirs = new Date(clock.nowMs() + 3_600_000).toUTCString();
    const refusal = { status: 400, headers: ['Date', theirs], body: '{"__type":"InvalidSignatureException"}' };
    const { call, endpoint } = await setUp({ replies: [refusal, ACCEPTED] });
    await expect(call()).rejects.toMatchObject({ kind: 'transient' });
    await call();
    const [first, second] = endpoint.seen.map(({ headers }) => headers['x-amz-date']);
    expect([first, second]).toEqual(['19700101T001640Z', '19700101T011640Z']);
  });

  it.each([
    ['directly', ''],
    ["through the SDK's client", '/events'],
  ])('lets every call be sent again that was under way with the wrong time: %s', async (_, path) => {
    const theirs = new Date(Date.now() + 3_600_000).toUTCString();
    const refusal = { status: 400, headers: ['Date', theirs], body: '{"__type":"InvalidSignatureException"}' };
    const { call } = await setUp({ replies: Array.from({ length: 6 }, () => refusal), path });
    const kinds = await Promise.all(
      Array.from({ length: 6 }, () => call().catch((error: unknown) => (error as CallFailure).kind)),
    );
    expect(kinds).toEqual(Array.from({ length: 6 }, () => 'transient'));
  });

  it('stays as it is after any other refusal', async () => {
    const { call } = await setUp({
      replies: [
        {
          status: 400,
          headers: ['Date', new Date(1_010_000).toUTCString()],
          body: '{"__type":"InvalidSignatureException"}',
        },
      ],
    });
    await expect(call()).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('credentials', () => {
  it('are got before the first call, with their token, and kept until shortly before their end', async () => {
    let got = 0;
    const clock = new ModelClock();
    const credentials = () => {
      got += 1;
      return Promise.resolve({ ...KEYS, sessionToken: `token-${got}`, expiration: new Date(Date.now() + 3_600_000) });
    };
    const { connection, call, endpoint } = await setUp({ client: { credentials } });
    await connection.prepare?.();
    expect(got).toBe(1);
    await call();
    await call();
    expect(got).toBe(1);
    const [request] = endpoint.seen;
    expect(request?.headers['x-amz-security-token']).toBe('token-1');
    expect(request?.headers.authorization).toBe(
      await expectedSignature(request ?? expect.fail(), { ...KEYS, sessionToken: 'token-1' }),
    );
    expect(clock.timers).toBe(0);
  });

  it('are new after a refresh', async () => {
    let got = 0;
    const credentials = () => Promise.resolve({ ...KEYS, accessKeyId: `AKID${(got += 1)}` });
    const { connection, call, endpoint } = await setUp({ client: { credentials } });
    await call();
    await connection.refreshCredentials?.();
    await call();
    const ids = endpoint.seen.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1]);
    expect(ids).toEqual(['AKID1', 'AKID2']);
  });

  it('that cannot be got refuse the call, and are asked for again by the next', async () => {
    let asked = 0;
    const credentials = () => ((asked += 1) < 3 ? Promise.reject(new Error('none')) : Promise.resolve(KEYS));
    const { connection, call } = await setUp({ client: { credentials } });
    await expect(connection.prepare?.()).rejects.toMatchObject({ kind: 'refused' });
    await expect(call()).rejects.toMatchObject({ kind: 'refused' });
    expect(await call()).toMatchObject({ entries: [{ eventId: 'e-1' }] });
  });
});

describe('an answer that EventBridge does not give', () => {
  const html = ['Content-Type', 'text/html'];
  const page = '<html>Sign in</html>';
  const pages: readonly Reply[] = [
    { status: 200, headers: html, body: page },
    { status: 200, headers: [], body: '' },
    { status: 200, headers: ['Content-Type', 'application/json'], body: '{"ok":true}' },
    { status: 302, headers: ['Location', 'https://login.example.com'], body: '' },
    { status: 403, headers: html, body: page },
    { status: 407, headers: html, body: page },
    { status: 502, headers: html, body: page },
  ];

  it.each(pages.flatMap((reply) => ['', '/path'].map((path) => [reply.status, reply.body, path, reply] as const)))(
    'is told as such and may be tried again: HTTP %d with %j, called %j',
    async (status, _body, path, reply) => {
      const { call } = await setUp({ replies: [reply], path });
      const failure = await call().then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ kind: 'transient', cause: { name: 'ForeignAnswer' } });
      expect(String((failure as Error).cause)).toContain(`HTTP ${String(status)}`);
      expect(String((failure as Error).cause)).not.toContain('Sign in');
    },
  );
});
