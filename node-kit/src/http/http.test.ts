import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { rawRequest, talk } from '@eventbridge-kit/testkit/network/raw-http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createHttpServer,
  hasToken,
  isLoopbackHost,
  listenAt,
  listenNear,
  readBody,
  readJsonBody,
  refusedCaller,
  send,
  sendJson,
  stopServer,
  targetOf,
  type Serve,
} from './index.ts';

const servers: Server[] = [];

async function start(serve: Serve, options: Parameters<typeof createHttpServer>[2] = {}): Promise<number> {
  const server = createHttpServer(serve, (response) => sendJson(response, 500, { message: 'broken' }), options);
  servers.push(server);
  return listenAt(server, 0);
}

afterEach(async () => {
  for (const server of servers.splice(0)) await stopServer(server);
});

describe('a host', () => {
  it('is of this machine by the names and addresses that lead nowhere else', () => {
    for (const host of ['localhost', 'LocalHost', 'a.localhost', 'a.b.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
      expect([host, isLoopbackHost(host)]).toEqual([host, true]);
    for (const host of [
      '',
      'x',
      'localhost.x',
      'xlocalhost',
      '127.0.0.1.x',
      '127.0.0',
      '0.0.0.0',
      '[::2]',
      '.localhost',
    ])
      expect([host, isLoopbackHost(host)]).toEqual([host, false]);
  });

  it('or a page of a foreign name never passes, whatever stands before and behind it', () => {
    const rules = { allowedHosts: ['bus.test'], allowsOrigin: (_: string, isHere: boolean) => isHere };
    fc.assert(
      fc.property(fc.string(), fc.domain(), (start, name) => {
        expect(refusedCaller({ host: `${start}.${name}` }, rules)?.reason).toBe('host');
        const origin = `http://${start}@${name}`;
        expect(refusedCaller({ host: 'localhost', origin }, rules)?.reason).toBe('origin');
      }),
    );
    expect(refusedCaller({ host: 'Bus.Test:80', origin: 'http://bus.test' }, rules)).toBeUndefined();
  });
});

describe('a token', () => {
  it('is compared whole, whatever length the other one has', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (token, other) => {
        expect(hasToken({ authorization: `Bearer ${token}` }, token)).toBe(true);
        expect(hasToken({ authorization: `Bearer ${token}${other}` }, token)).toBe(other === '');
        expect(hasToken({ authorization: token }, token)).toBe(false);
      }),
    );
    expect(hasToken({}, '')).toBe(false);
  });
});

describe('listening', () => {
  it('tells that no port is free, after the last one', async () => {
    const occupant = createServer();
    servers.push(occupant);
    await listenAt(occupant, 65_535);
    const server = createServer();
    await expect(listenNear(server, 65_535)).rejects.toThrow(
      'found all from 65535 to 65535 in use. Choose another one',
    );
  });
});

describe('a target', () => {
  it('that is no path leads nowhere, and none throws', () => {
    expect(targetOf({ url: '/a?b=c' })).toMatchObject({ pathname: '/a', search: '?b=c' });
    for (const url of ['*', 'http://evil.example/a', undefined])
      expect(targetOf({ url }).pathname).toContain('not-a-path');
    fc.assert(
      fc.property(fc.string(), (url) => {
        expect(targetOf({ url }).pathname.startsWith('/')).toBe(true);
      }),
    );
  });
});

describe('a client', () => {
  const head = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';

  /** Refuses what is longer than ten bytes, and tells how long the others are. */
  const measure: Serve = async (request, response) => {
    const body = await readBody(request, 10);
    if (body === undefined) sendJson(response, 413, {});
    else send(response, 200, [], String(body.length));
  };

  it('that sends what is wanted keeps its connection', async () => {
    const url = `http://127.0.0.1:${await start(measure)}`;
    const answer = await fetch(url, { method: 'POST', body: '0123456789' });
    expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([200, '10', '2']);
    expect(answer.headers.get('connection')).toBe('keep-alive');
    expect((await fetch(url)).headers.get('connection')).toBe('keep-alive');
  });

  it('that sends slowly is cut off', async () => {
    const port = await start(measure, { requestTimeout: 50, headersTimeout: 50, connectionsCheckingInterval: 10 });
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}Content-Length: 9\r\n\r\nslow`));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    await new Promise<void>((resolve) => socket.on('close', () => resolve()));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that never stops sending is cut off, though it does not listen', async () => {
    const port = await start(measure);
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    const cut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    const block = Buffer.alloc(1_048_576);
    const sendOn = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', sendOn);
    socket.write(`${head}Content-Length: 1000000000000\r\n\r\n`);
    sendOn();
    await cut;
    expect(socket.bytesWritten).toBeLessThan(200_000_000);
  });

  it('that has sent all hears the refusal whole, on a connection that then ends', async () => {
    const port = await start((_, response) => sendJson(response, 403, { message: 'x'.repeat(1_000_000) }));
    const body = 'y'.repeat(1_000_000);
    const { status, text, headers } = await rawRequest(port, { method: 'POST', body });
    expect([status, text.length, headers.connection]).toEqual([403, 1_000_014, 'close']);
  });

  it('that leaves in the middle harms nobody', async () => {
    const port = await start(measure);
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${head}Content-Length: 9\r\n\r\nhalf`, () => socket.destroy()),
    );
    await new Promise<void>((resolve) => socket.on('close', () => resolve()));
    expect((await rawRequest(port, { method: 'POST', body: 'x' })).text).toBe('1');
  });

  it('hears of a fault of the server, and nothing of its reason', async () => {
    const port = await start(() => Promise.reject(new Error('hush')));
    expect(await rawRequest(port)).toMatchObject({ status: 500, text: '{"message":"broken"}' });
  });

  it('is not waited for where its body is refused', async () => {
    const port = await start(measure);
    expect(await talk(port, `${head}Content-Length: 11\r\n\r\n`)).toContain(' 413 ');
    // one that is wanted is waited for
    expect(await talk(port, `${head}Content-Length: 9\r\n\r\n`)).toBeUndefined();
  });
});

describe('a JSON body', () => {
  const ask = async (body: string, type = 'application/json; charset=utf-8') => {
    const port = await start(async (request, response) =>
      sendJson(response, 200, await readJsonBody(request, { maxBytes: 2_000, content: 'samples' })),
    );
    const { text } = await rawRequest(port, { method: 'POST', headers: { 'content-type': type }, body });
    return JSON.parse(text) as unknown;
  };

  it('is read, or told with what to send', async () => {
    expect(await ask('{"a":[1]}')).toEqual({ ok: true, json: { a: [1] } });
    expect(await ask('{}', 'text/plain')).toMatchObject({ ok: false, status: 415 });
    expect(await ask('{"a":')).toMatchObject({ ok: false, status: 400 });
    expect(await ask('x'.repeat(2_001))).toEqual({
      ok: false,
      status: 413,
      message: 'The body is too large: found more than 2000 bytes. Send fewer samples.',
    });
    const deep = '['.repeat(501) + ']'.repeat(501);
    expect(await ask(deep)).toMatchObject({ ok: false, status: 400 });
    expect(await ask(JSON.stringify(deep))).toMatchObject({ ok: true });
  });
});
