import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEndpoint, isLoopbackEndpoint } from './endpoint.ts';
import { checkEndpointId } from './endpoint-id.ts';

describe('endpoint', () => {
  it.each([
    'https://events.eu-central-1.amazonaws.com',
    'https://vpce-1.events.eu-central-1.vpce.amazonaws.com/',
    'https://[2001:db8::1]:8443/path',
    'http://127.0.0.1:4010',
    'http://localhost:4010/',
    'http://[::1]:4010',
    'http://LocalHost',
    'http://bus.localhost:65535',
  ])('accepts %s', (value) => expect(checkEndpoint(value)).toEqual([]));

  it.each([
    ['', 'endpoint-format'],
    ['events.eu-central-1.amazonaws.com', 'endpoint-format'],
    ['ftp://x', 'endpoint-format'],
    ['https://x:65536', 'endpoint-format'],
    ['http://localhost:70000', 'endpoint-format'],
    ['https://x?y', 'endpoint-format'],
    ['https://x y', 'endpoint-format'],
    ['http://example.com', 'endpoint-insecure'],
    ['http://localhost.example.com', 'endpoint-insecure'],
    ['http://127.0.0.1.example.com', 'endpoint-insecure'],
    ['http://169.254.169.254/latest', 'endpoint-insecure'],
  ])('refuses %j as %s', (value, rule) => expect(checkEndpoint(value)).toMatchObject([{ rule }]));

  it('never repeats a password', () => {
    expect(checkEndpoint('https://user:hunter2@example.com')[0]?.message).not.toContain('hunter2');
  });

  it('agrees with the platform about which hosts are this machine', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.constantFrom('localhost', '[::1]', '[::2]')), (host) => {
        const { hostname } = new URL(`http://${host}`);
        const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
        expect(isLoopbackEndpoint(`http://${host}`)).toBe(local);
      }),
    );
  });
});

describe('endpoint id', () => {
  it('accepts two labels', () => expect(checkEndpointId('abcde.veo')).toEqual([]));

  it.each([
    ['', 'endpoint-id-format'],
    ['abcde', 'endpoint-id-format'],
    ['a.b.c', 'endpoint-id-format'],
    [`${'a'.repeat(50)}.x`, 'endpoint-id-too-long'],
  ])('refuses %j as %s', (value, rule) => expect(checkEndpointId(value)).toMatchObject([{ rule }]));

  it('offers the id that stands in a whole URL', () => {
    expect(checkEndpointId('https://abcde.veo.endpoint.events.amazonaws.com')[0]?.fix).toEqual({
      title: 'Replace with abcde.veo',
      value: 'abcde.veo',
    });
  });
});
