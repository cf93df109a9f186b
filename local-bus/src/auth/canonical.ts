import { createHash } from 'node:crypto';
import { getCanonicalHeaders, SignatureV4 } from '@smithy/signature-v4';
import type { SignedRequest } from './signed-request.ts';
import { Sha256 } from './sha256.ts';

/** Opens the AWS signer's own way of writing a request, which it keeps to its heirs. */
class Canonicalizer extends SignatureV4 {
  write({ method, path, query, headers, body }: SignedRequest, signedHeaders: ReadonlySet<string>): string {
    const signed = Object.fromEntries(Object.entries(headers).filter(([name]) => signedHeaders.has(name)));
    const bodyHash = sha256Hex(body);
    // The body that came is hashed, whatever hash came with it.
    if (signedHeaders.has(BODY_HASH_HEADER)) signed[BODY_HASH_HEADER] = bodyHash;
    const request = {
      method,
      protocol: 'http:',
      hostname: '127.0.0.1',
      path,
      query: { ...query },
      headers: signed,
      body,
    };
    return this.createCanonicalRequest(
      request,
      getCanonicalHeaders(request, undefined, new Set(signedHeaders)),
      bodyHash,
    );
  }
}

const BODY_HASH_HEADER = 'x-amz-content-sha256';

// It signs nothing: the secret is never used.
const canonicalizer = new Canonicalizer({
  service: '',
  region: '',
  credentials: { accessKeyId: '', secretAccessKey: '' },
  sha256: Sha256,
});

/** The text that a signature is made of. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-string-to-sign
export function stringToSign(
  algorithm: string,
  signedAt: string,
  scope: readonly string[],
  request: SignedRequest,
  signedHeaders: readonly string[],
): string {
  const canonical = canonicalizer.write(request, new Set(signedHeaders));
  return [algorithm, signedAt, scope.join('/'), sha256Hex(canonical)].join('\n');
}

function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
