import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, REGION, sdkClient, startBus } from '../../test/harness.ts';
import { errorName, signedRequest, type SignedOptions } from '../../test/sign.ts';
import { DEFAULT_ACCESS_KEY } from '../options.ts';

const BODY = JSON.stringify({ Entries: [GOOD_ENTRY] });
function without(name: string) {
  return (headers: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));
}

const NOW_MS = Date.parse('2030-01-01T00:00:00Z');
function minutes(amount: number): Date {
  return new Date(NOW_MS + amount * 60_000);
}

describe('signatures, as the AWS SDK sees them', () => {
  it('names a wrong secret key as AWS does', async () => {
    const { bus, address } = await startBus();
    const error = await errorOf(
      put(sdkClient(address, { key: { ...DEFAULT_ACCESS_KEY, secretAccessKey: 'wrong' } }), GOOD_ENTRY),
    );
    expect(error.name).toBe('InvalidSignatureException');
    expect(error.message).toMatch(/^The request signature we calculated does not match the signature you provided\./);
    expect(error.message).not.toContain('wrong');
    expect(bus.records()).toEqual([]);
  });

  it.each([
    ['an unknown access key', 'AKIAUNKNOWN'],
    ['one with a blank at its end', `${DEFAULT_ACCESS_KEY.accessKeyId} `],
    ['one with a blank in it', DEFAULT_ACCESS_KEY.accessKeyId.replace('BUS', 'BUS ')],
  ])('names %s as AWS does', async (_, accessKeyId) => {
    const { address } = await startBus();
    const error = await errorOf(put(sdkClient(address, { key: { ...DEFAULT_ACCESS_KEY, accessKeyId } }), GOOD_ENTRY));
    expect(error).toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  it('asks for the session token of a key that has one', async () => {
    const key = { accessKeyId: 'TEMPORARY', secretAccessKey: 'secret', sessionToken: 'token' };
    const { address } = await startBus({ accessKeys: [key] });
    expect(await put(sdkClient(address, { key }), GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    const { accessKeyId, secretAccessKey } = key;
    for (const wrong of [
      { accessKeyId, secretAccessKey },
      { ...key, sessionToken: 'other' },
    ]) {
      expect((await errorOf(put(sdkClient(address, { key: wrong }), GOOD_ENTRY))).name).toBe(
        'UnrecognizedClientException',
      );
    }
  });

  it('refuses a token with a key that has none', async () => {
    const { address } = await startBus();
    const error = await errorOf(
      put(sdkClient(address, { key: { ...DEFAULT_ACCESS_KEY, sessionToken: 'token' } }), GOOD_ENTRY),
    );
    expect(error.name).toBe('UnrecognizedClientException');
  });

  it('takes any region, or only the one it was given', async () => {
    const anywhere = await startBus();
    expect(await put(sdkClient(anywhere.address, { region: 'sa-east-1' }), GOOD_ENTRY)).toMatchObject({
      FailedEntryCount: 0,
    });
    const here = await startBus({ region: REGION });
    expect(await put(here.client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    const error = await errorOf(put(sdkClient(here.address, { region: 'us-east-1' }), GOOD_ENTRY));
    expect(error).toMatchObject({
      name: 'InvalidSignatureException',
      message: "Credential should be scoped to a valid region, not 'us-east-1'.",
    });
  });

  it('takes a clock that is off by less than five minutes only', async () => {
    const { address } = await startBus({ now: () => NOW_MS });
    for (const signedAt of [minutes(-4), minutes(4)])
      expect((await signedRequest(address, { body: BODY, signedAt })).status).toBe(200);
    const expired = await signedRequest(address, { body: BODY, signedAt: minutes(-6) });
    expect(errorName(expired)).toBe('InvalidSignatureException');
    expect(expired.body).toMatch(
      /Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)/,
    );
    const early = await signedRequest(address, { body: BODY, signedAt: minutes(6) });
    expect(early.body).toMatch(/Signature not yet current: .* is still later than .* \+ 5 min\.\)/);
  });

  it('judges the clock by the one it was given', async () => {
    const { client } = await startBus({ now: () => Date.parse('2030-01-01T00:00:00Z') });
    expect((await errorOf(put(client, GOOD_ENTRY))).message).toContain('Signature expired');
  });
});

describe('requests signed by hand', () => {
  const tampered: [string, SignedOptions, string][] = [
    ['without Authorization', { body: BODY, tamper: without('authorization') }, 'MissingAuthenticationTokenException'],
    [
      'with another algorithm',
      { body: BODY, tamper: (headers) => ({ ...headers, authorization: 'Bearer abc' }) },
      'IncompleteSignatureException',
    ],
    [
      'with half an Authorization',
      {
        body: BODY,
        tamper: (headers) => ({ ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request' }),
      },
      'IncompleteSignatureException',
    ],
    [
      'with a short credential scope',
      {
        body: BODY,
        tamper: (headers) => ({
          ...headers,
          authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c',
        }),
      },
      'IncompleteSignatureException',
    ],
    ['without a date', { body: BODY, tamper: without('x-amz-date') }, 'IncompleteSignatureException'],
    [
      'with another date than signed',
      {
        body: BODY,
        tamper: (headers) => ({
          ...headers,
          'x-amz-date': new Date(Date.now() - 60_000).toISOString().replace(/[-:]|\.\d{3}/g, ''),
        }),
      },
      'InvalidSignatureException',
    ],
    [
      'with a changed target',
      { body: BODY, tamper: (headers) => ({ ...headers, 'x-amz-target': 'AWSEvents.ListEventBuses' }) },
      'InvalidSignatureException',
    ],
    [
      'with a header added that was not signed',
      { body: BODY, tamper: (headers) => ({ ...headers, 'x-amz-extra': '1' }) },
      'InvalidSignatureException',
    ],
    ['for another service', { body: BODY, service: 'sqs' }, 'InvalidSignatureException'],
    [
      'with a hash of another body',
      { body: BODY, headers: { 'x-amz-content-sha256': 'a'.repeat(64) } },
      'InvalidSignatureException',
    ],
  ];

  it.each(tampered)('refuses one %s', async (_, options, name) => {
    const { bus, address } = await startBus();
    const reply = await signedRequest(address, options);
    expect(reply.status).toBe(400);
    expect(errorName(reply)).toBe(name);
    expect(bus.records()).toEqual([]);
  });

  it('names each missing part of the Authorization', async () => {
    const { address } = await startBus();
    const reply = await signedRequest(address, {
      body: BODY,
      tamper: (headers) => ({ ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request' }),
    });
    expect(reply.body).toContain(
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
    );
  });

  it('takes one with the right hash of its body', async () => {
    const { address } = await startBus();
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(BODY).digest('hex');
    expect((await signedRequest(address, { body: BODY, headers: { 'x-amz-content-sha256': hash } })).status).toBe(200);
  });
});
