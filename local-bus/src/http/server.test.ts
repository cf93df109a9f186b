import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, rawRequest, startBus } from '../../test/harness.ts';
import { errorName, signedRequest } from '../../test/sign.ts';
import { createLocalBus } from '../local-bus.ts';

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
  it('is any free one', async () => {
    const { address } = await startBus();
    expect(address.url).toBe(`http://127.0.0.1:${address.port}`);
    expect(address.port).toBeGreaterThan(0);
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
