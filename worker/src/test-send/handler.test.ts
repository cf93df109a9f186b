import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import { startTestSendService, type TestSendService, type TestSendServiceOptions } from './service.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const BODY = JSON.stringify({
  task: { elementId: 'task', jobType: 'x', inputs: [], headers: {} },
  variables: {},
  dryRun: true,
});

let service: TestSendService;
let sender: FakeSender;

async function start(options: TestSendServiceOptions = {}): Promise<void> {
  sender = new FakeSender();
  service = await startTestSendService({
    port: 0,
    sender,
    secrets: SECRETS,
    allowedOrigins: ['http://localhost:5173'],
    ...options,
  });
}

beforeEach(() => start());

afterEach(() => service.stop());

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** By Node's own client: a browser's `fetch` would not let a test lie about `Host` and `Origin`. */
function send({ method = 'POST', body = BODY, headers = {} }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      service.url,
      {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}`, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    request.on('error', reject);
    request.end(method === 'POST' ? body : undefined);
  });
}

/** Everything that comes back for some bytes until the service ends the connection. */
function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('end', () => {
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
  });
}

function isReached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('the test-send service', () => {
  it('answers a request with a report', async () => {
    const { status, text } = await send();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ dryRun: true, fields: [], outcome: { type: 'fail', retries: 0 } });
  });

  it('is reached at 127.0.0.1 and at no other address', async () => {
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await isReached('127.0.0.1', service.port)).toBe(true);
    // another address of this machine, which a service on all addresses answers as well
    expect(await isReached('127.0.0.2', service.port)).toBe(false);
  });

  it('makes a token that nobody guesses, another one each time', async () => {
    const tokens = new Set([service.token]);
    for (let count = 0; count < 3; count += 1) {
      await service.stop();
      await start();
      tokens.add(service.token);
    }
    expect(tokens.size).toBe(4);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32,}$/);
  });

  it('takes the next free port where one is in use', async () => {
    const second = await startTestSendService({ port: service.port, sender, secrets: {} });
    expect(second.port).toBeGreaterThan(service.port);
    await second.stop();
  });

  it.each(['', 'Bearer wrong', 'Basic abc'])('refuses the token %j', async (authorization) => {
    const { status, text } = await send({ headers: { authorization } });
    expect(status).toBe(401);
    expect(text).toContain('Authorization: Bearer TOKEN');
  });

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'refuses the host %s, so that no foreign name leads here',
    async (host) => {
      expect((await send({ headers: { host } })).status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'http://localhost:9999'])('refuses pages of %s', async (origin) => {
    const { status, headers } = await send({ headers: { origin } });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('serves pages of its own address and of the list', async () => {
    for (const origin of ['http://localhost:5173', service.url]) {
      const { status, headers } = await send({ headers: { origin } });
      expect(status).toBe(200);
      expect(headers['access-control-allow-origin']).toBe(origin);
    }
  });

  it("answers a browser's question beforehand, without the token", async () => {
    const asked = { method: 'OPTIONS', headers: { origin: 'http://localhost:5173', authorization: '' } };
    const { status, headers } = await send(asked);
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('authorization');
    expect((await send({ method: 'OPTIONS', headers: { origin: 'http://evil.example' } })).status).toBe(403);
  });

  it('refuses other methods and other types of body', async () => {
    expect((await send({ method: 'GET' })).status).toBe(405);
    const { status, text } = await send({ headers: { 'content-type': 'text/plain' } });
    expect(status).toBe(415);
    expect(text).toContain('application/json');
  });

  describe('a body that is too large', () => {
    const head = (more: string): string =>
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${service.token}\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

    beforeEach(async () => {
      await service.stop();
      await start({ maxBodyBytes: 100 });
    });

    it.each([
      ['by its announced length', () => head('Content-Length: 1000000')],
      ['by what came of it', () => `${head('Transfer-Encoding: chunked')}c8\r\n${'x'.repeat(200)}\r\n`],
    ])('is refused %s, before its end came, and the connection ends', async (_, written) => {
      const answer = await talk(service.port, written());
      expect(answer).toContain(' 413 ');
      expect(answer).toContain('100 bytes');
      expect(answer).toMatch(/^connection: close\r$/im);
    });
  });

  it.each([
    ['without the token', 'Content-Type: application/json'],
    ['of another type', 'Content-Type: text/plain'],
  ])('does not wait for the body of a request %s', async (_, header) => {
    const token = header.includes('json') ? 'wrong' : service.token;
    const answer = await talk(
      service.port,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${header}\r\nContent-Length: 1000\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 4(01|15) /);
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  it('says where a body is no JSON, or not what it should be', async () => {
    expect((await send({ body: '{"task": ' })).status).toBe(400);
    const { status, text } = await send({ body: JSON.stringify({ task: { inputs: [{ target: 1 }] }, variables: [] }) });
    expect(status).toBe(400);
    for (const name of ['task.elementId', 'task.inputs[0].target', 'task.inputs[0].source', 'variables', 'dryRun']) {
      expect(text).toContain(name);
    }
    expect(text).toContain('found a list, send an object');
  });

  it('sends nothing that a caller without the token asks for', async () => {
    await send({ headers: { authorization: '' } });
    expect(sender.sent).toEqual([]);
  });
});

describe('the destination', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_EVENTBRIDGE'])('is the address that %s names', async (name) => {
    vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', undefined);
    vi.stubEnv(name, 'http://127.0.0.1:4566');
    await service.stop();
    await start();
    const { destination } = JSON.parse((await send()).text) as { destination: object };
    expect(destination).toEqual({ kind: 'local', label: 'Local event bus at http://127.0.0.1:4566' });
  });
});
