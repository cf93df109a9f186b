import { describe, expect, it } from 'vitest';
import { GOOD_ENTRY, rawRequest, startBus } from '../../test/harness.ts';
import { errorName, signedRequest } from '../../test/sign.ts';
import { createLocalBus } from '../local-bus.ts';
import type { BusAddress } from '../local-bus.ts';

const BODY = JSON.stringify({ Entries: [GOOD_ENTRY] });

function controlHeaders({ controlToken }: BusAddress): Record<string, string> {
  return { authorization: `Bearer ${controlToken}` };
}

describe('a host that is not this machine', () => {
  const elsewhere = [
    'evil.com',
    'evil.com:4010',
    '127.0.0.1.evil.com',
    'localhost.evil.com',
    'evil.com#localhost',
    'localhost@evil.com',
    '127.0.0.1:4010:80',
    '10.0.0.1',
    '[::2]',
    '0.0.0.0',
    'bus.test.evil.com',
  ];

  it.each(elsewhere)('may not call, though well signed: %s', async (host) => {
    const { address, bus } = await startBus({ allowedHosts: ['bus.test'] });
    const reply = await signedRequest(address, { body: BODY, headers: { host } });
    expect([reply.status, errorName(reply)]).toEqual([403, 'AccessDeniedException']);
    expect(reply.body).toContain(`found \\"${host}\\". Use 127.0.0.1 or localhost`);
    expect(bus.records()).toEqual([]);
  });

  it.each(elsewhere)('may not read the feed, nor control: %s', async (host) => {
    const { address } = await startBus();
    for (const path of ['/_events', '/_events.json', '/_control/faults', '/_nothing']) {
      const reply = await rawRequest(address, path, { headers: { ...controlHeaders(address), host } });
      expect([path, reply.status]).toEqual([path, 403]);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('is refused in the words of STS too', async () => {
    const { address } = await startBus();
    const headers = { host: 'evil.com', 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await rawRequest(address, '/', { method: 'POST', headers, body: 'Action=GetCallerIdentity' });
    expect([reply.status, reply.headers['content-type']]).toEqual([403, 'text/xml']);
    expect(reply.body).toContain('<Code>AccessDeniedException</Code>');
  });
});

describe('a page that is not from this machine', () => {
  const elsewhere = [
    'https://evil.com',
    'null',
    'http://localhost.evil.com',
    'file://',
    'http://localhost:1@evil.com',
    '',
  ];

  it.each(elsewhere)('may not call, though well signed: %s', async (origin) => {
    const { address, bus } = await startBus();
    const reply = await signedRequest(address, { body: BODY, headers: { origin } });
    expect([reply.status, errorName(reply)]).toEqual([403, 'AccessDeniedException']);
    expect(bus.records()).toEqual([]);
  });

  it.each(elsewhere)('may not read the feed, nor control: %s', async (origin) => {
    const { address } = await startBus();
    for (const path of ['/_events', '/_events.json', '/_control/faults']) {
      const reply = await rawRequest(address, path, { headers: { ...controlHeaders(address), origin } });
      expect([path, reply.status]).toEqual([path, 403]);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('a host or a page of this machine', () => {
  it.each(['localhost', 'LOCALHOST:1', 'bus.localhost:4010', '127.0.0.1', '127.1.2.3:80', '[::1]:4010', 'Bus.Test:80'])(
    'may call and read: %s',
    async (host) => {
      const { address, bus } = await startBus({ allowedHosts: ['bus.test'] });
      const origin = `http://${host}`;
      expect((await signedRequest(address, { body: BODY, headers: { host } })).status).toBe(200);
      expect((await signedRequest(address, { body: BODY, headers: { origin } })).status).toBe(200);
      expect(bus.events()).toHaveLength(2);
      const reply = await rawRequest(address, '/_events.json', { headers: { host, origin } });
      expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([200, origin]);
    },
  );

  it.each(['http://bus.test', 'bus.test:80', '*', '*.test', '', 'a b', '[bus]'])('cannot be added as %j', (host) => {
    expect(() => createLocalBus({ allowedHosts: [host] })).toThrow(`found "${host}"`);
  });
});
