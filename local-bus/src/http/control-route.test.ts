import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, rawRequest, startBus } from '../../test/harness.ts';
import type { BusAddress } from '../local-bus.ts';

function bearer({ controlToken }: BusAddress): Record<string, string> {
  return { authorization: `Bearer ${controlToken}` };
}

describe('the control routes', () => {
  it('add, list and clear faults', async () => {
    const { address, client } = await startBus();
    const headers = bearer(address);
    const added = await rawRequest(address, '/_control/faults', {
      method: 'POST',
      headers,
      body: '[{"kind":"http","status":503},{"kind":"entry","nth":5}]',
    });
    expect([added.status, added.body]).toEqual([201, '{"ids":[1,2]}']);
    expect((await errorOf(put(client, GOOD_ENTRY))).name).toBe('ServiceUnavailable');
    const listed = await rawRequest(address, '/_control/faults', { headers });
    expect(JSON.parse(listed.body)).toEqual({ faults: [{ id: 2, spec: { kind: 'entry', nth: '5' } }] });
    await rawRequest(address, '/_control/faults?id=2', { method: 'DELETE', headers });
    expect((await rawRequest(address, '/_control/faults', { headers })).body).toBe('{"faults":[]}');
  });

  it('add all faults of a list or none', async () => {
    const { address } = await startBus();
    const headers = bearer(address);
    const reply = await rawRequest(address, '/_control/faults', {
      method: 'POST',
      headers,
      body: '[{"kind":"http"},{"kind":"explode"}]',
    });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('There is no such fault');
    expect((await rawRequest(address, '/_control/faults', { headers })).body).toBe('{"faults":[]}');
  });

  it.each([
    ['not json', 400, 'The body is not JSON'],
    ['"x"', 400, 'A fault is an object'],
    [' '.repeat(70_000), 413, 'The body is too long'],
  ])('refuse a bad body: %3$s', async (body, status, message) => {
    const { address } = await startBus();
    const reply = await rawRequest(address, '/_control/faults', { method: 'POST', headers: bearer(address), body });
    expect(reply.status).toBe(status);
    expect(reply.body).toContain(message);
  });

  it('count calls, and empty the feed', async () => {
    const { address, bus, client } = await startBus();
    await put(client, GOOD_ENTRY);
    const headers = bearer(address);
    expect(JSON.parse((await rawRequest(address, '/_control/counts', { headers })).body)).toMatchObject({
      calls: 1,
      entries: 1,
      accepted: 1,
    });
    await rawRequest(address, '/_control/events', { method: 'DELETE', headers });
    expect(bus.events()).toEqual([]);
    expect(bus.counts().calls).toBe(0);
  });

  it('name the routes there are', async () => {
    const { address } = await startBus();
    const reply = await rawRequest(address, '/_control/nothing', { headers: bearer(address) });
    expect([reply.status, reply.body.includes('POST /_control/faults')]).toEqual([404, true]);
  });
});
