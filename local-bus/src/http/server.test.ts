import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorOf, GOOD_ENTRY, put, rawRequest, startBus } from '../../test/harness.ts';
import { errorName, signedRequest } from '../../test/sign.ts';
import { createLocalBus, type BusAddress } from '../local-bus.ts';

/** Opens a connection and sends text as it is; `answered` is the first piece of the answer. */
function open({ port }: BusAddress, text: string): { socket: Socket; answered: Promise<string> } {
  const socket = connect(port, '127.0.0.1', () => void socket.write(text));
  onTestFinished(() => void socket.destroy());
  const answered = new Promise<string>((resolve, reject) => {
    socket.once('data', (piece: Buffer) => resolve(piece.toString()));
    socket.on('error', reject);
  });
  return { socket, answered };
}

describe('hostile requests', () => {
  it.each([
    ['GET', '/'],
    ['PUT', '/'],
    ['POST', '/elsewhere'],
    ['GET', '//'],
    ['GET', '///_events'],
    ['GET', 'http://evil.com/'],
    ['GET', '/%'],
    ['GET', '/\\\\'],
    ['GET', '/?%ff=%'],
  ])('%s %s without a protocol is no operation', async (method, path) => {
    const { address } = await startBus();
    const reply = await rawRequest(address, path, { method, body: method === 'GET' ? '' : '{}' });
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('UnknownOperationException');
    expect(reply.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['no JSON', 'not json'],
    ['half of it', '{"Entries":['],
    ['nothing', ''],
  ])('a body of %s is a SerializationException', async (_, body) => {
    const { address } = await startBus();
    const reply = await signedRequest(address, { body });
    expect([reply.status, errorName(reply)]).toEqual([400, 'SerializationException']);
  });

  it('a deep body neither breaks nor slows the bus', async () => {
    const { address } = await startBus();
    const body = `{"Entries":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await signedRequest(address, { body })).status).toBe(400);
  });

  it('another content type is no operation', async () => {
    const { address } = await startBus();
    expect((await signedRequest(address, { body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(
      404,
    );
  });

  it.each([
    ['with its length declared', {}],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('a body longer than the limit, %s, gets a bare 413', async (_, headers) => {
    const { address, bus } = await startBus({ maxBodyBytes: 1000 });
    const reply = await rawRequest(address, '/', { method: 'POST', headers, body: 'x'.repeat(1001) });
    expect(reply.status).toBe(413);
    expect(reply.headers['content-type']).toBe('text/html');
    expect(reply.headers.connection).toBe('close');
    expect(bus.records()).toEqual([]);
  });

  const chunk = (chars: number): string => `${chars.toString(16)}\r\n${'x'.repeat(chars)}\r\n`;

  it.each([
    ['/', 'whose length is too long', 'Content-Length: 100000000\r\n\r\nthe first bytes'],
    ['/', 'that grew too long', `Transfer-Encoding: chunked\r\n\r\n${chunk(1001)}`],
    ['/_control/faults', 'whose length is too long', 'Content-Length: 65537\r\n\r\n[]'],
    ['/_control/faults', 'that grew too long', `Transfer-Encoding: chunked\r\n\r\n${chunk(65_537)}`],
  ])('%s does not wait for the rest of a body %s', async (path, _, request) => {
    const { address } = await startBus({ maxBodyBytes: 1000 });
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${address.controlToken}\r\n`;
    const { socket, answered } = open(address, `${head}${request}`);
    const answer = await answered;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('Connection: close\r\n');
    socket.destroy();
  });

  it('a client that never stops sending is cut off', async () => {
    const { address } = await startBus({ maxBodyBytes: 1000 });
    const { socket, answered } = open(
      address,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000000\r\n\r\n`,
    );
    await answered;
    const block = Buffer.alloc(1_048_576);
    const send = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', send);
    const cut = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    send();
    await cut;
    expect(socket.bytesWritten).toBeLessThan(200_000_000);
  });

  it('the SDK sees the 413, however large its call was', async () => {
    const { client } = await startBus();
    const error = await errorOf(put(client, { ...GOOD_ENTRY, Detail: JSON.stringify({ t: 'x'.repeat(20_000_000) }) }));
    expect(error).toMatchObject({ name: 'SyntaxError', $metadata: { httpStatusCode: 413 } });
  });

  it('a client that leaves in the middle of its body leaves no trace', async () => {
    const { address, bus, client } = await startBus();
    await new Promise<void>((resolve) => {
      const socket = connect(address.port, '127.0.0.1', () => {
        socket.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf', () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    await put(client, GOOD_ENTRY);
    expect(bus.records()).toHaveLength(1);
  });
});

describe('ports', () => {
  const occupy = async (): Promise<Server> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return server;
  };

  it('is any free one', async () => {
    const { address } = await startBus();
    expect(address.url).toBe(`http://127.0.0.1:${address.port}`);
    expect(address.port).toBeGreaterThan(0);
  });

  it('takes the next free port when one is in use', async () => {
    const taken = (await occupy()).address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    const { address } = await startBus({ port });
    expect(address.port).toBeGreaterThan(port);
    expect(address.port).toBeLessThanOrEqual(port + 50);
  });

  it('closes twice, and before it was started', async () => {
    const bus = createLocalBus();
    await bus.close();
    await bus.close();
    expect(bus.events()).toEqual([]);
  });

  it.each([[{ port: 70_000 }], [{ port: 1.5 }], [{ accountId: '1' }], [{ maxEvents: 0 }]])(
    'refuses the options %j',
    (options) => {
      expect(() => createLocalBus(options)).toThrow(TypeError);
    },
  );
});
