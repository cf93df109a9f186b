import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../src/auth/sha256.ts';
import { DEFAULT_ACCESS_KEY, type AccessKey, type BusAddress } from '../src/index.ts';
import { rawRequest, REGION, type RawReply } from './harness.ts';

export interface SignedOptions {
  readonly body: string;
  readonly headers?: Record<string, string>;
  readonly key?: AccessKey;
  readonly region?: string;
  readonly service?: string;
  readonly signedAt?: Date;
  /** Changes the request after it was signed. */
  readonly tamper?: (headers: Record<string, string>) => Record<string, string>;
}

/** Sends a request signed by hand, to reach what the SDK's client never sends. */
export async function signedRequest(address: BusAddress, options: SignedOptions): Promise<RawReply> {
  const { body, key = DEFAULT_ACCESS_KEY, region = REGION, service = 'events', signedAt = new Date() } = options;
  const signer = new SignatureV4({ service, region, credentials: key, sha256: Sha256, applyChecksum: false });
  const headers = {
    host: `127.0.0.1:${address.port}`,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSEvents.PutEvents',
    ...options.headers,
  };
  const signed = await signer.sign(
    { method: 'POST', protocol: 'http:', hostname: '127.0.0.1', path: '/', query: {}, headers, body },
    { signingDate: signedAt },
  );
  const { tamper = (same: Record<string, string>) => same } = options;
  return rawRequest(address, '/', { method: 'POST', headers: tamper({ ...signed.headers }), body });
}

/** Name of the AWS error in an answer's body. */
export function errorName({ body }: RawReply): string {
  const parsed = JSON.parse(body) as { __type?: string };
  return parsed.__type ?? '';
}
