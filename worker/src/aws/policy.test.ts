import { checkEndpointId, checkRegion } from '@eventbridge-kit/eventbridge';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOwnEndpoint } from './allow-list.ts';
import { AWS_DNS_SUFFIXES } from './event-bridge-host.ts';
import { checkPolicy, createPolicy, type AwsPolicy, type PolicySettings } from './policy.ts';

const AWS_ENDPOINTS = [
  'https://events.eu-central-1.amazonaws.com',
  'https://events-fips.us-east-1.amazonaws.com',
  'https://EVENTS.eu-central-1.amazonaws.com:443/',
  'https://events.us-gov-west-1.amazonaws.com',
  'https://events.cn-north-1.amazonaws.com.cn',
  'https://events.eu-west-1.api.aws',
  'https://abcde.veo.endpoint.events.amazonaws.com',
  'https://vpce-0a1b2c3d4e5f-abcdefgh.events.eu-central-1.vpce.amazonaws.com',
  'https://vpce-0a1b2c3d4e5f-abcdefgh-eu-central-1a.events.eu-central-1.vpce.amazonaws.com',
];

const OPEN: AwsPolicy = { allowEndpoint: () => true, allowRole: () => true };

function rulesOf(endpoint: string, policy: AwsPolicy): string[] {
  return checkPolicy({ region: 'eu-central-1', credentials: { type: 'defaultChain' }, endpoint }, policy).map(
    ({ rule }) => rule,
  );
}

function allowed(endpoint: string, ...allowedEndpoints: string[]): boolean {
  return rulesOf(endpoint, createPolicy({ allowedEndpoints })).length === 0;
}

function mayAssume(arn: string, settings: PolicySettings): boolean {
  return (
    checkPolicy(
      { region: 'eu-central-1', credentials: { type: 'defaultChain' }, role: { arn } },
      createPolicy(settings),
    ).length === 0
  );
}

describe('an endpoint that a task names', () => {
  it.each(AWS_ENDPOINTS)('may be one of EventBridge itself: %s', (endpoint) => {
    expect(allowed(endpoint)).toBe(true);
  });

  it.each([
    'https://bus.example.com',
    'https://amazonaws.com',
    'https://events.eu-central-1.amazonaws.com.evil.example',
    'https://events.eu-central-1.evilamazonaws.com',
    'https://events.eu-central-1.evil.amazonaws.com',
    'https://a1b2c3.execute-api.eu-central-1.amazonaws.com',
    'https://ec2-198-51-100-1.compute-1.amazonaws.com',
    'https://vpce-0a1b-cd.vpce-svc-0123.eu-central-1.vpce.amazonaws.com',
    'https://events.eu-central-1.amazonaws.com:8443',
    'https://evil.example#.events.eu-central-1.amazonaws.com',
    'https://events.eu-central-1.amazonaws.com@evil.example',
    'http://events.eu-central-1.amazonaws.com',
    'http://127.0.0.1:4010',
    'https://localhost',
    'https://10.0.0.1',
    'https://300.1.1.1',
    'no address',
  ])('is refused where the operator does not allow it: %s', (endpoint) => {
    expect(rulesOf(endpoint, createPolicy({}))).toEqual(['endpoint-not-allowed']);
  });

  it('is allowed exactly, or by the start of its path, or on any port', () => {
    expect(allowed('https://BUS.example.com/', 'https://bus.example.com')).toBe(true);
    expect(allowed('https://bus.example.com/a', 'https://bus.example.com')).toBe(false);
    expect(allowed('https://bus.example.com/a/b', 'https://bus.example.com/a/*')).toBe(true);
    expect(allowed('https://bus.example.com/a/../b', 'https://bus.example.com/a/*')).toBe(false);
    expect(allowed('https://bus.example.com:8443/a', 'https://bus.example.com/*')).toBe(false);
    expect(allowed('https://bus.example.com:8443/a', 'https://bus.example.com:*')).toBe(true);
    expect(allowed('https://bus.example.com.evil.example', 'https://bus.example.com:*')).toBe(false);
    expect(allowed('http://127.0.0.1:4010', 'http://127.0.0.1:*')).toBe(true);
    expect(allowed('http://127.1:4010', 'http://127.0.0.1:*')).toBe(true);
  });

  it.each(['*', 'https://*', 'https://bus.example*', 'https://bus.example:44*', 'http://bus.example', 'bus', ''])(
    'cannot be allowed by %j, which leaves the host open or is no address',
    (text) => {
      expect(() => createPolicy({ allowedEndpoints: [text] })).toThrow('Write https://HOST');
    },
  );

  it.each([
    'http://169.254.169.254',
    'http://169.254.169.254/latest/',
    'https://0xa9fea9fe',
    'https://[fd00:ec2::254]',
    'http://metadata.google.internal',
    'https://me:hush@bus.example.com',
    'bus.example.com',
  ])('cannot be the one that the operator sends to: %s', (ownEndpoint) => {
    expect(isOwnEndpoint(ownEndpoint)).toBe(false);
    expect(() => createPolicy({ ownEndpoint })).toThrow(TypeError);
    expect(() => createPolicy({ ownEndpoint })).not.toThrow('hush');
  });

  it('may be the one that the operator sends to anyway', () => {
    const policy = createPolicy({ ownEndpoint: 'http://127.0.0.1:4010' });
    expect(rulesOf('http://127.0.0.1:4010/', policy)).toEqual([]);
    expect(rulesOf('http://127.0.0.1:4011', policy)).toEqual(['endpoint-not-allowed']);
  });

  it('is never plain http to another machine, whatever a policy allows', () => {
    expect(rulesOf('http://bus.example.com', OPEN)).toEqual(['endpoint-not-allowed']);
    expect(rulesOf('http://[::1]:4010', OPEN)).toEqual([]);
  });

  it.each([
    'https://me:hush@bus.example.com:8443/x',
    String.raw`https:\\me:hush@bus.example.com:8443`,
    String.raw`https:/\me:hush@bus.example.com:8443/`,
    'HTTPS:me:hush@bus.example.com:8443',
    'https://bus.example.com:8443/hush?hush#hush',
    ' https://\nme:hush@bus.example.com:8443',
  ])('is told by its host alone, with the way to allow it and without a password: %j', (endpoint) => {
    const [issue] = checkPolicy(
      { region: 'eu-central-1', credentials: { type: 'defaultChain' }, endpoint },
      createPolicy({}),
    );
    expect(issue).toMatchObject({ severity: 'error', field: 'configuration.endpoint' });
    expect(issue?.message).toContain('found the host "bus.example.com:8443"');
    expect(issue?.message).not.toContain('hush');
    expect(issue?.message).toContain('--allowed-endpoints or CAMUNDA_EVENTBRIDGE_ALLOWED_ENDPOINTS');
  });

  it.each(['me:hush@bus.example.com', 'https://me:hush@', 'https://me:hush@[bad]/', 'hush'])(
    'is not repeated where it is no address: %j',
    (endpoint) => {
      const [issue] = checkPolicy(
        { region: 'eu-central-1', credentials: { type: 'defaultChain' }, endpoint },
        createPolicy({}),
      );
      expect(issue?.message).not.toContain('hush');
      expect(issue?.message).toContain('found a text that is no address');
    },
  );
});

type Base = 'decimal' | 'octal' | 'hex';

function spellNumber(value: number, base: Base): string {
  return { decimal: String(value), octal: `0${value.toString(8)}`, hex: `0x${value.toString(16)}` }[base];
}

const base = fc.constantFrom<Base>('decimal', 'octal', 'hex');
const octet = fc.integer({ min: 0, max: 255 });
const tail = fc.constantFrom('', ':80', ':443/latest', '/latest/meta-data/', './x', '.:8080/');

/** The spellings of an IPv4 address that browsers, curl and the AWS SDK all take: one to four numbers in any base. */
function spelledV4(address: fc.Arbitrary<readonly number[]>): fc.Arbitrary<string> {
  return fc
    .tuple(address, fc.array(base, { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([octets, bases, count]) => {
      const last = octets.slice(count - 1).reduce((sum, value) => sum * 256 + value, 0);
      return [...octets.slice(0, count - 1), last]
        .map((value, at) => spellNumber(value, bases[at] ?? 'decimal'))
        .join('.');
    });
}

/** IPv6 addresses that carry an IPv4 address. */
function carriedV4(address: fc.Arbitrary<readonly number[]>): fc.Arbitrary<string> {
  return fc
    .tuple(
      address,
      fc.constantFrom('::ffff:', '0:0:0:0:0:FFFF:', '::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2002:'),
      fc.boolean(),
    )
    .map(([octets, prefix, dotted]) => {
      const [a = 0, b = 0, c = 0, d = 0] = octets;
      const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
      if (prefix === '2002:') return `[2002:${hex}::1]`;
      return `[${prefix}${dotted ? octets.join('.') : hex}]`;
    });
}

describe('a link-local or metadata address', () => {
  const linkLocal = fc.tuple(octet, octet).map(([c, d]) => [169, 254, c, d]);

  it('is refused in every spelling, whatever a policy allows', () => {
    fc.assert(
      fc.property(fc.oneof(spelledV4(linkLocal), carriedV4(linkLocal)), tail, (host, rest) => {
        // A dot behind the host belongs to names and IPv4 alone.
        const end = host.startsWith('[') && rest.startsWith('.') ? '' : rest;
        for (const scheme of ['http', 'https'])
          expect(rulesOf(`${scheme}://${host}${end}`, OPEN)).toEqual(['endpoint-forbidden']);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'http://169.254.169.254',
    'https://2852039166',
    'https://0xA9FEA9FE',
    'https://0251.0376.0251.0376',
    'https://169.254.43518',
    'https://[fe80::1]',
    'https://[febf:ffff::1]',
    'https://[fd00:ec2::254]',
    'https://[FD00:0EC2:0:0:0:0:0:23]',
    'https://[fd20:ce::254]',
    'https://[::ffff:169.254.169.254]',
    'https://100.100.100.200',
    'https://168.63.129.16',
    'https://metadata.google.internal',
    'https://METADATA.google.internal.',
    'https://instance-data/latest',
  ])('is known as %s', (endpoint) => {
    expect(rulesOf(endpoint, OPEN)).toEqual(['endpoint-forbidden']);
  });

  it('is not mistaken for its neighbours', () => {
    const neighbours = ['169.253.1.1', '169.255.1.1', '[fec0::1]', '[fe7f::1]', '[fd00:ec3::254]', '[::ffff:a9ff:1]'];
    for (const host of neighbours) expect(rulesOf(`https://${host}`, OPEN)).toEqual([]);
  });

  it('is never let through by the default policy, nor is any other address of the internet', () => {
    const any = fc.tuple(octet, octet, octet, octet).map((octets) => [...octets]);
    fc.assert(
      fc.property(fc.oneof(spelledV4(any), carriedV4(any), fc.domain(), fc.string()), tail, (host, rest) => {
        expect(rulesOf(`https://${host}${rest}`, createPolicy({}))).toHaveLength(1);
      }),
    );
  });
});

describe('a role that a task names', () => {
  const role = 'arn:aws:iam::123456789012:role/events/sender';

  it('is refused where the operator does not allow it', () => {
    expect(mayAssume(role, {})).toBe(false);
    expect(mayAssume(`${role}2`, { allowedRoles: [role] })).toBe(false);
    expect(mayAssume(role.replace('sender', 'Sender'), { allowedRoles: [role] })).toBe(false);
  });

  it('is allowed exactly, or by its start', () => {
    expect(mayAssume(role, { allowedRoles: [role] })).toBe(true);
    expect(mayAssume(role, { allowedRoles: ['arn:aws:iam::123456789012:role/events/*'] })).toBe(true);
    expect(mayAssume(role, { allowedRoles: ['arn:aws:iam::210987654321:role/*'] })).toBe(false);
    expect(mayAssume(role, { allowedRoles: ['*'] })).toBe(true);
  });

  it.each(['role/sender', 'arn:aws:iam::*:role/x', ''])('cannot be allowed by %j', (text) => {
    expect(() => createPolicy({ allowedRoles: [text] })).toThrow('Write a role ARN');
  });
});

describe('a region or a global endpoint that a task names', () => {
  const parts = fc.constantFrom(
    'eu-central-1',
    'us-east-1',
    'abcde',
    'veo',
    '.',
    '/',
    '@',
    '#',
    ':',
    '?',
    '%2e',
    '\n',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(parts, { maxLength: 5 }).map((some) => some.join('')),
  );

  it('cannot lead elsewhere: what passes the checks is part of a host of AWS', () => {
    fc.assert(
      fc.property(text, (value) => {
        if (!checkRegion(value).some(({ severity }) => severity === 'error'))
          expect(new URL(`https://events.${value}.amazonaws.com`).hostname).toBe(`events.${value}.amazonaws.com`);
        if (checkEndpointId(value).length === 0)
          expect(new URL(`https://${value}.endpoint.events.amazonaws.com`).hostname).toBe(
            `${value.toLowerCase()}.endpoint.events.amazonaws.com`,
          );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("AWS's own names", () => {
  it('are those of the AWS SDK, for every partition', () => {
    const source = readFileSync(new URL(import.meta.resolve('@aws-sdk/core/client')), 'utf8');
    const suffixes = [...source.matchAll(/(?:dnsSuffix|dualStackDnsSuffix)"?: "([a-z0-9.-]+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(suffixes).size).toBeGreaterThan(4);
    expect([...new Set(suffixes)].sort()).toEqual([...AWS_DNS_SUFFIXES].sort());
  });
});
