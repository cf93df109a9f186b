import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { SendIdentity } from '@eventbridge-kit/event-job';
import { identityKey, isSameIdentity } from './identity.ts';

const text = fc.string({ minLength: 1, maxLength: 12 });

const identity: fc.Arbitrary<SendIdentity> = fc.record(
  {
    region: text,
    credentials: fc.oneof(
      fc.record({ type: fc.constant('defaultChain' as const) }),
      fc.record(
        { type: fc.constant('static' as const), accessKeyId: text, secretAccessKey: text, sessionToken: text },
        { requiredKeys: ['type', 'accessKeyId', 'secretAccessKey'] },
      ),
    ),
    role: fc.record({ arn: text, externalId: text }, { requiredKeys: ['arn'] }),
    endpoint: text,
    endpointId: text,
  },
  { requiredKeys: ['region', 'credentials'] },
);

describe("an identity's key", () => {
  it('is equal for equal identities and for no others', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(identityKey(structuredClone(one))).toBe(identityKey(one));
        expect(identityKey(one) === identityKey(other)).toBe(isDeepStrictEqual(one, other));
        expect(isSameIdentity(structuredClone(one), one)).toBe(true);
        expect(isSameIdentity(one, other)).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });

  it('is another one in each process, so that nobody can find a secret by trying', async () => {
    const keys: string[] = [];
    for (let at = 0; at < 2; at++) {
      vi.resetModules();
      const { identityKey: keyOf } = await import('./identity.ts');
      keys.push(keyOf({ region: 'eu-central-1', credentials: { type: 'defaultChain' } }));
    }
    expect(new Set(keys).size).toBe(2);
  });

  it('tells no secret', () => {
    const secret = 'a-secret-access-key';
    const key = identityKey({
      region: 'eu-central-1',
      credentials: { type: 'static', accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: secret },
    });
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(key, 'base64url').toString('latin1')).not.toContain(secret);
  });
});
