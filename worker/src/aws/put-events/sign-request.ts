import { createHmac, hash } from 'node:crypto';

/** The keys of a signature. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface SigningScope {
  readonly region: string;
  readonly service: string;
  /** Signed with each request; lower-case names. */
  readonly headers: Readonly<Record<'content-type' | 'host' | 'x-amz-target', string>>;
}

/** The headers that a signature adds to a request: names and values in turn. */
export type SignRequest = (body: string, keys: SigningKeys, atMs: number) => string[];

/**
 * AWS Signature Version 4 for the one shape of request that PutEvents has: POST, path `/`, no query, these headers.
 * What stays the same from call to call is prepared once; the tests hold it against the SDK's own signer.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createRequestSigner({ region, service, headers }: SigningScope): SignRequest {
  let day = '';
  let secret = '';
  let derived: Buffer = Buffer.alloc(0);

  return (body, { accessKeyId, secretAccessKey, sessionToken }, atMs) => {
    const date = new Date(atMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
    // The derived key holds for a day.
    if (secret !== secretAccessKey || day !== date.slice(0, 8)) {
      day = date.slice(0, 8);
      secret = secretAccessKey;
      derived = [day, region, service, 'aws4_request'].reduce<Buffer>(
        (key, part) => hmac(key, part),
        Buffer.from(`AWS4${secretAccessKey}`),
      );
    }
    const tokenLine = sessionToken === undefined ? '' : `x-amz-security-token:${sessionToken}\n`;
    const names = `content-type;host;x-amz-date;${sessionToken === undefined ? '' : 'x-amz-security-token;'}x-amz-target`;
    const canonicalRequest =
      `POST\n/\n\ncontent-type:${headers['content-type']}\nhost:${headers.host}\nx-amz-date:${date}\n${tokenLine}` +
      `x-amz-target:${headers['x-amz-target']}\n\n${names}\n${hash('sha256', body)}`;
    const scope = `${day}/${region}/${service}/aws4_request`;
    const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hash('sha256', canonicalRequest)}`;
    const signature = hmac(derived, toSign).toString('hex');
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    const own = ['x-amz-date', date, 'authorization', authorization];
    if (sessionToken !== undefined) own.push('x-amz-security-token', sessionToken);
    return own;
  };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
