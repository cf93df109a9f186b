import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  GOOD_ENTRY,
  put,
  rawRequest,
  REGION,
  sdkClient,
  startBus,
  type RawReply,
} from '../../test/harness.ts';
import { signedRequest, type SignedOptions } from '../../test/sign.ts';
import { DEFAULT_ACCESS_KEY, type AccessKey } from '../options.ts';
import { createLocalBus, type BusAddress } from '../local-bus.ts';

const ROLE = 'arn:aws:iam::210987654321:role/team/sender';

interface RoleParams {
  readonly RoleArn?: string;
  readonly ExternalId?: string;
  readonly DurationSeconds?: number;
  readonly master?: AccessKey;
}

/** Assumes a role the way a client of the AWS SDK does. */
async function assume(
  address: BusAddress,
  { master = DEFAULT_ACCESS_KEY, ...params }: RoleParams = {},
): Promise<AccessKey> {
  const provider = fromTemporaryCredentials({
    params: { RoleArn: ROLE, RoleSessionName: 'session-1', ...params },
    masterCredentials: master,
    clientConfig: { endpoint: address.url, region: REGION, maxAttempts: 1 },
  });
  const { accessKeyId, secretAccessKey, sessionToken } = await provider();
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

function sts(address: BusAddress, body: string, options: Partial<SignedOptions> = {}): Promise<RawReply> {
  return signedRequest(address, {
    body,
    service: 'sts',
    ...options,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

function textOf({ body }: RawReply, element: string): string | undefined {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1];
}

const IDENTITY = 'Action=GetCallerIdentity&Version=2011-06-15';

describe('AssumeRole, asked by the AWS SDK', () => {
  it('gives a temporary key that signs events, in the account of the role', async () => {
    const { bus, address } = await startBus();
    const key = await assume(address);
    expect(key.accessKeyId).toMatch(/^ASIA[0-9A-F]{16}$/);
    expect(await put(sdkClient(address, { key }), GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    expect(bus.events()).toMatchObject([
      { status: 'accepted', accountId: '210987654321', accessKeyId: key.accessKeyId },
    ]);
  });

  it('gives a key that is worth nothing without its token, or with another secret', async () => {
    const { address } = await startBus();
    const { accessKeyId, secretAccessKey, sessionToken = '' } = await assume(address);
    expect((await errorOf(put(sdkClient(address, { key: { accessKeyId, secretAccessKey } }), GOOD_ENTRY))).name).toBe(
      'UnrecognizedClientException',
    );
    const wrong = { accessKeyId, secretAccessKey: 'x', sessionToken };
    expect((await errorOf(put(sdkClient(address, { key: wrong }), GOOD_ENTRY))).name).toBe('InvalidSignatureException');
  });

  it('gives a key that ends when its session does', async () => {
    let now = Date.now();
    const { address } = await startBus({ now: () => now });
    const key = await assume(address, { DurationSeconds: 900 });
    const client = sdkClient(address, { key });
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    now += 900_000;
    expect(await errorOf(put(client, GOOD_ENTRY))).toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
    const { body, status } = await sts(address, IDENTITY, { key });
    expect([status, body.includes('<Code>ExpiredToken</Code>')]).toEqual([403, true]);
  });

  it('asks for the external id of a role that has one', async () => {
    const { address } = await startBus({ roles: [{ arn: ROLE, externalId: 'customer-7' }] });
    expect((await assume(address, { ExternalId: 'customer-7' })).accessKeyId).toMatch(/^ASIA/);
    for (const params of [{}, { ExternalId: 'customer-8' }]) {
      const error = await errorOf(assume(address, params));
      expect(error.name).toBe('AccessDenied');
      expect(error.message).toBe(
        `User: arn:aws:iam::123456789012:user/local-user is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
      );
    }
  });

  it('knows the configured roles only, where there are any', async () => {
    const { address } = await startBus({ roles: [{ arn: ROLE }] });
    expect((await errorOf(assume(address, { RoleArn: 'arn:aws:iam::210987654321:role/other' }))).name).toBe(
      'AccessDenied',
    );
  });

  it.each([
    ['a short session', { DurationSeconds: 899 }, 'greater than or equal to 900'],
    [
      'a session longer than the role allows',
      { DurationSeconds: 7201 },
      'exceeds the MaxSessionDuration set for this role',
    ],
    ['what is no role', { RoleArn: 'arn:aws:iam::210987654321:user/someone' }, 'is invalid'],
    ['a strange external id', { ExternalId: '<b>' }, "at 'externalId' failed to satisfy constraint"],
  ])('refuses %s', async (_, params, message) => {
    const { address } = await startBus({ roles: [{ arn: ROLE, maxSessionSeconds: 7200 }] });
    const error = await errorOf(assume(address, params));
    expect(error.name).toBe('ValidationError');
    expect(error.message).toContain(message);
  });

  it('lets a role assume a role for an hour at most', async () => {
    const { address } = await startBus({ roles: [{ arn: ROLE, maxSessionSeconds: 43_200 }] });
    const master = await assume(address);
    expect((await assume(address, { master })).accessKeyId).not.toBe(master.accessKeyId);
    expect((await errorOf(assume(address, { master, DurationSeconds: 3601 }))).message).toContain('role chaining');
  });

  it('names a wrong secret key and an unknown key as STS does', async () => {
    const { address } = await startBus();
    expect((await errorOf(assume(address, { master: { ...DEFAULT_ACCESS_KEY, secretAccessKey: 'x' } }))).name).toBe(
      'SignatureDoesNotMatch',
    );
    expect((await errorOf(assume(address, { master: { accessKeyId: 'NOBODY', secretAccessKey: 'x' } }))).name).toBe(
      'InvalidClientTokenId',
    );
  });

  it('can be denied by a fault', async () => {
    const { bus, address } = await startBus();
    bus.addFault({ kind: 'deny', service: 'sts', operation: 'AssumeRole' });
    expect((await errorOf(assume(address))).message).toContain(
      `is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    );
  });
});

describe('GetCallerIdentity', () => {
  it('names the user of a key', async () => {
    const { address } = await startBus();
    const reply = await sts(address, IDENTITY);
    expect(reply.status).toBe(200);
    expect([textOf(reply, 'Arn'), textOf(reply, 'Account')]).toEqual([
      'arn:aws:iam::123456789012:user/local-user',
      '123456789012',
    ]);
  });

  it('names the session of an assumed role', async () => {
    const { address } = await startBus();
    const reply = await sts(address, IDENTITY, { key: await assume(address) });
    expect([textOf(reply, 'Arn'), textOf(reply, 'Account')]).toEqual([
      'arn:aws:sts::210987654321:assumed-role/sender/session-1',
      '210987654321',
    ]);
  });
});

describe('STS requests by hand', () => {
  it.each([
    ['Action=DeleteEverything', 400, 'InvalidAction'],
    ['', 400, 'InvalidAction'],
    ['Action=AssumeRole', 400, 'ValidationError'],
    ['Action=AssumeRole&RoleArn=%3Cscript%3E%26aaaaaaaaaaaaa&RoleSessionName=ab', 400, 'ValidationError'],
  ])('%j gets %d %s, in XML', async (body, status, code) => {
    const { address } = await startBus();
    const reply = await sts(address, body);
    expect([reply.status, textOf(reply, 'Code'), reply.headers['content-type']]).toEqual([status, code, 'text/xml']);
    expect(reply.body).not.toContain('<script>');
  });

  it('without a signature get MissingAuthenticationToken', async () => {
    const { address } = await startBus();
    const reply = await rawRequest(address, '/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: IDENTITY,
    });
    expect([reply.status, textOf(reply, 'Code')]).toEqual([403, 'MissingAuthenticationToken']);
  });
});

it('a role must be one', () => {
  expect(() => createLocalBus({ roles: [{ arn: 'sender' }] })).toThrow(
    'roles cannot be used: found "sender". Write the ARN of a role',
  );
});
