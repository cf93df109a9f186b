import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createLocalBus } from 'eventbridge-local-bus';
import { startTestSendService } from 'camunda-eventbridge-worker';
import { listenAt, stopServer } from '@eventbridge-kit/node-kit/http';
import { isReached, rawRequest, talk, type RawReply, type RawRequest } from '@eventbridge-kit/testkit/network/raw-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHealthServer } from '../../worker/src/health/health-server.ts';
import { startDemo } from '../src/server/index.ts';

interface Running {
  readonly port: number;
  /** What its callers must know; empty where it asks nobody. */
  readonly token: string;
  stop(): Promise<void>;
}

/** A server of this project, and a request that it answers with 200. */
interface Subject {
  readonly name: string;
  readonly start: (port: number) => Promise<Running>;
  readonly good: (token: string) => RawRequest;
  /** What it does where its port is in use. */
  readonly inUse: 'next' | 'refuses';
  /** Whether it asks callers where they come from: it is for this machine only. */
  readonly isGuarded: boolean;
  /** Whether pages of this machine, on other ports, may call. */
  readonly servesPages: boolean;
  /** Start of a request whose body is not wanted, or is too long; and the status of the answer. */
  readonly unread: readonly (readonly [what: string, status: number, head: (token: string) => readonly string[]])[];
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

const TEST_SEND = {
  method: 'POST',
  body: JSON.stringify({
    task: { elementId: 'task', jobType: 'x', inputs: [], headers: {} },
    variables: {},
    dryRun: true,
  }),
};

const JSON_TYPE = 'Content-Type: application/json';
const CHUNK = 'c8\r\n';

const SUBJECTS: readonly Subject[] = [
  {
    name: 'the local bus',
    start: async (port) => {
      const bus = createLocalBus({ port, maxBodyBytes: 100 });
      const { controlToken: token, ...address } = await bus.start();
      return { port: address.port, token, stop: () => bus.close() };
    },
    good: (token) => ({ path: '/_control/faults', headers: bearer(token) }),
    inUse: 'next',
    isGuarded: true,
    servesPages: true,
    unread: [
      ['of a call that is announced as too long', 413, () => ['POST / HTTP/1.1', 'Content-Length: 101']],
      ['of a call that grew too long', 413, () => ['POST / HTTP/1.1', 'Transfer-Encoding: chunked']],
      [
        'of a control request that is announced as too long',
        413,
        (token) => ['POST /_control/faults HTTP/1.1', `Authorization: Bearer ${token}`, 'Content-Length: 65537'],
      ],
      [
        'of a control request without the token',
        401,
        () => ['POST /_control/faults HTTP/1.1', 'Authorization: Bearer wrong', 'Content-Length: 9'],
      ],
      ['of another method', 405, () => ['POST /_events HTTP/1.1', 'Content-Length: 9']],
    ],
  },
  {
    name: 'the test-send service',
    start: async (port) => {
      const service = await startTestSendService({ port, maxBodyBytes: 150, secrets: {} });
      return { port: service.port, token: service.token, stop: () => service.stop() };
    },
    good: (token) => ({ ...TEST_SEND, headers: { 'content-type': 'application/json', ...bearer(token) } }),
    inUse: 'next',
    isGuarded: true,
    servesPages: false,
    unread: [
      [
        'that is announced as too long',
        413,
        (token) => ['POST / HTTP/1.1', `Authorization: Bearer ${token}`, JSON_TYPE, 'Content-Length: 151'],
      ],
      [
        'that grew too long',
        413,
        (token) => ['POST / HTTP/1.1', `Authorization: Bearer ${token}`, JSON_TYPE, 'Transfer-Encoding: chunked'],
      ],
      ['without the token', 401, () => ['POST / HTTP/1.1', JSON_TYPE, 'Content-Length: 9']],
      [
        'of another type',
        415,
        (token) => [
          'POST / HTTP/1.1',
          `Authorization: Bearer ${token}`,
          'Content-Type: text/plain',
          'Content-Length: 9',
        ],
      ],
    ],
  },
  {
    name: 'the health server',
    start: async (port) => {
      const health = () => ({ ready: true, state: 'running', activeJobs: 0 });
      const server = await startHealthServer({ port, host: '127.0.0.1', health });
      return { port: server.port, token: '', stop: () => server.stop() };
    },
    good: () => ({ path: '/livez' }),
    inUse: 'refuses',
    isGuarded: false,
    servesPages: true,
    unread: [
      ['of another method', 405, () => ['POST /livez HTTP/1.1', 'Content-Length: 9']],
      ['of an unknown path', 404, () => ['POST /x HTTP/1.1', 'Content-Length: 9']],
    ],
  },
  {
    name: "the demo's page",
    start: async (port) => {
      const demo = await startDemo({ port, env: {} });
      const { text } = await rawRequest(demo.port);
      return { port: demo.port, token: /"token":"([^"]+)"/.exec(text)?.[1] ?? '', stop: () => demo.close() };
    },
    good: (token) => ({
      ...TEST_SEND,
      path: '/api/test-send',
      headers: { 'content-type': 'application/json', ...bearer(token) },
    }),
    inUse: 'next',
    isGuarded: true,
    servesPages: false,
    unread: [
      [
        'of a test send that is announced as too long',
        413,
        (token) => [
          'POST /api/test-send HTTP/1.1',
          `Authorization: Bearer ${token}`,
          JSON_TYPE,
          'Content-Length: 4194305',
        ],
      ],
      ['without the token', 401, () => ['POST /api/test-send HTTP/1.1', JSON_TYPE, 'Content-Length: 9']],
      ['of an unknown path', 404, () => ['POST /api/x HTTP/1.1', 'Content-Length: 9']],
    ],
  },
];

/** Every address of this machine but the one that the servers listen on. */
const OTHER_ADDRESSES = [
  ...Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address)),
  '127.0.0.2',
].filter((address) => address !== '127.0.0.1');

const OTHER_HOSTS = [
  'evil.example',
  'evil.example:80',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'evil.example#localhost',
  'localhost@evil.example',
  '127.0.0.1:4010:80',
  '10.0.0.1',
  '[::2]',
  '0.0.0.0',
];

const THIS_MACHINE = ['localhost', 'localhost:1', 'bus.localhost:4010', 'a.b.localhost', '127.0.0.1', '[::1]:4010'];

const OTHER_PAGES = [
  'https://evil.example',
  'null',
  'http://localhost.evil.example',
  'file://',
  'http://localhost:1@x',
  '',
];

describe.each(SUBJECTS)('$name', ({ start, good, inUse, isGuarded, servesPages, unread }) => {
  let server: Running;

  beforeAll(async () => {
    server = await start(0);
  });

  afterAll(() => server.stop());

  function ask(headers: Readonly<Record<string, string>> = {}): Promise<RawReply> {
    const request = good(server.token);
    return rawRequest(server.port, { ...request, headers: { ...request.headers, ...headers } });
  }

  it('is reached at 127.0.0.1 and at no other address of this machine', async () => {
    expect((await ask()).status).toBe(200);
    for (const other of OTHER_ADDRESSES) expect([other, await isReached(other, server.port)]).toEqual([other, false]);
  });

  it(inUse === 'next' ? 'takes the next free port where one is in use' : 'says that its port is in use', async () => {
    const occupant = createServer();
    const port = await listenAt(occupant, 0);
    try {
      if (inUse === 'refuses') await expect(start(port)).rejects.toThrow('EADDRINUSE');
      else {
        const second = await start(port);
        expect(second.port).toBeGreaterThan(port);
        await second.stop();
      }
    } finally {
      await stopServer(occupant);
    }
  });

  it.each(isGuarded ? OTHER_HOSTS : [])('refuses the host %s, so that no foreign name leads here', async (host) => {
    const { status, headers, text } = await ask({ host });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(text).not.toContain(server.token);
  });

  it.each(THIS_MACHINE)('answers as %s', async (host) => {
    expect((await ask({ host })).status).toBe(200);
  });

  it.each(isGuarded ? OTHER_PAGES : [])('refuses pages of %j', async (origin) => {
    const { status, headers } = await ask({ origin });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets pages of its own address read, and those of other ports where they may', async () => {
    for (const [host, own] of [
      ['localhost:80', true],
      ['localhost:81', false],
    ] as const) {
      const origin = `http://${host}`;
      const { status, headers } = await ask({ host: 'localhost:80', origin });
      expect([host, status]).toEqual([host, own || servesPages ? 200 : 403]);
      if (isGuarded) expect(headers['access-control-allow-origin']).toBe(status === 200 ? origin : undefined);
    }
  });

  it.each(isGuarded ? ['', 'Bearer wrong', 'Basic x'] : [])('refuses the token %j', async (authorization) => {
    const { status, text } = await ask({ authorization });
    expect(status).toBe(401);
    expect(text).not.toContain(server.token);
  });

  it.each(unread)('does not wait for the rest of a body %s: %d, and the connection ends', async (_, status, head) => {
    const [line = '', ...headers] = head(server.token);
    const start = [line, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
    const isChunked = start.includes('chunked');
    const answer = await talk(server.port, isChunked ? `${start}${CHUNK}${'x'.repeat(200)}\r\n${CHUNK}` : `${start}x`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  it.each(['//', '///_events', '/%', '/\\\\', '/?%ff=%', 'http://evil.example/', '*', '/..%2f..%2fetc%2fpasswd'])(
    'is not broken by the target %s',
    async (path) => {
      const { status } = await rawRequest(server.port, { path, headers: bearer(server.token) });
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    },
  );
});
