import { createECDH, createHmac, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { ALGORITHM_IDENTIFIER_V4A } from '@smithy/signature-v4';
import { AuthFailure } from '../auth-failure.ts';
import { TERMINATOR, type Algorithm } from './algorithm.ts';

/** Signature Version 4A: an elliptic curve signature, good in several regions; global endpoints ask for it. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html#how-sigv4a-works
export const ecdsa: Algorithm = {
  name: ALGORITHM_IDENTIFIER_V4A,
  readScope({ scope }, { headers }) {
    const [date = '', service = '', terminator] = scope;
    const regions = headers['x-amz-region-set'];
    if (scope.length !== 3 || terminator !== TERMINATOR || regions === undefined) {
      throw new AuthFailure(
        'incomplete',
        'Credential must have exactly 4 elements: <access key id>/<date>/<service>/aws4_request, with an X-Amz-Region-Set header.',
      );
    }
    return { date, service, regions: regions.split(',').map((region) => region.trim()) };
  },
  verify({ principal: { accessKeyId }, secretAccessKey }, text, { signature }) {
    if (!/^(?:[0-9a-f]{2}){8,80}$/.test(signature)) return false;
    return verify('sha256', Buffer.from(text), publicKey(accessKeyId, secretAccessKey), Buffer.from(signature, 'hex'));
  },
};

// https://www.secg.org/sec2-v2.pdf (secp256r1: the order of the group)
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The public half of the key pair that a secret stands for: the first candidate of a counted hash that is in range. */
// https://csrc.nist.gov/pubs/sp/800/108/r1/upd1/final (key derivation in counter mode)
function publicKey(accessKeyId: string, secretAccessKey: string): KeyObject {
  for (let counter = 1; counter < 255; counter++) {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from(ALGORITHM_IDENTIFIER_V4A),
      Buffer.from([0]),
      Buffer.from(accessKeyId),
      Buffer.from([counter, 0, 0, 1, 0]),
    ]);
    const candidate = BigInt(`0x${createHmac('sha256', `AWS4A${secretAccessKey}`).update(input).digest('hex')}`);
    if (candidate <= ORDER - 2n) return toPublicKey(candidate + 1n);
  }
  // One candidate in four billion fails; 254 in a row never do.
  throw new Error('No key pair can be made of this secret.');
}

function toPublicKey(secret: bigint): KeyObject {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(secret.toString(16).padStart(64, '0'), 'hex'));
  // A point without compression: one byte, then both coordinates.
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((coordinate) => coordinate.toString('base64url'));
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } });
}
