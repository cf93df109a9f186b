import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPairs } from '../../network/http-call.ts';
import { createRequestSigner, type SigningKeys } from './sign-request.ts';

const headers = {
  'content-type': 'application/x-amz-json-1.1',
  host: 'events.eu-central-1.amazonaws.com',
  'x-amz-target': 'AWSEvents.PutEvents',
};

/** The headers of the same request, signed by the SDK. */
async function signedBySdk(
  scope: { region: string; service: string },
  body: string,
  { accessKeyId, secretAccessKey, sessionToken }: SigningKeys,
  atMs: number,
): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    ...scope,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    sha256: Sha256,
    applyChecksum: false,
  });
  const request = { protocol: 'https:', hostname: headers.host, method: 'POST', path: '/', query: {}, headers, body };
  const signed = await signer.sign(request, { signingDate: new Date(atMs) });
  return (signed as { headers: Record<string, string> }).headers; // a request for one that was given
}

function toRecord(raw: readonly string[]): Record<string, string> {
  return Object.fromEntries(toPairs(raw));
}

const printable = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'Z', '0', '9', '+', '/', '=', '-', '_') });

describe('the signature', () => {
  it("is the SDK's, for any body, keys and time", async () => {
    const scope = { region: 'eu-central-1', service: 'events' };
    const sign = createRequestSigner({ ...scope, headers });
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.record({
          accessKeyId: printable,
          secretAccessKey: printable,
          sessionToken: fc.option(printable, { nil: undefined }),
        }),
        fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
        async (body, keys, atMs) => {
          expect({ ...headers, ...toRecord(sign(body, keys, atMs)) }).toEqual(
            await signedBySdk(scope, body, keys, atMs),
          );
        },
      ),
    );
  });

  it('follows the day and the keys, whatever was signed before', async () => {
    const scope = { region: 'us-gov-west-1', service: 'events' };
    const sign = createRequestSigner({ ...scope, headers });
    const dayMs = 24 * 60 * 60 * 1000;
    const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'first' };
    const others = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'second' };
    for (const [own, atMs] of [
      [keys, 0],
      [keys, dayMs - 1],
      [keys, dayMs],
      [others, dayMs],
      [keys, 0],
    ] as const) {
      const expected = await signedBySdk(scope, '{}', own, atMs);
      expect({ ...headers, ...toRecord(sign('{}', own, atMs)) }).toEqual(expected);
    }
  });
});
