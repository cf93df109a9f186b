import { timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { AuthFailure } from './auth-failure.ts';
import { parseAuthorization, type Authorization } from './authorization.ts';
import type { KeyStore, KnownKey, Principal } from './keys.ts';
import { Sha256 } from './sha256.ts';

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface VerifyContext {
  readonly keys: KeyStore;
  /** Service that the scope must name, for example `events`. */
  readonly service: string;
  /** Region that the scope must name; undefined allows any. */
  readonly region: string | undefined;
  readonly now: number;
}

/** Furthest a signature's time may be from the bus's clock, in milliseconds. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;

/** Computes the signature again and compares. Returns who signed, and the region of the scope; throws an `AuthFailure`. */
export async function verifySignature(
  request: SignedRequest,
  context: VerifyContext,
): Promise<{ principal: Principal; region: string }> {
  const authorization = parseAuthorization(request.headers['authorization']);
  const signedAt = parseAmzDate(request.headers['x-amz-date']);
  const key = context.keys.find(authorization.accessKeyId);
  if (!key) throw new AuthFailure('unknownKey', INVALID_TOKEN);
  checkToken(request.headers['x-amz-security-token'], key, context.now);
  checkScope(authorization, signedAt, context);
  checkClock(signedAt, context.now);
  checkSignedHeaders(authorization, request);
  const expected = await computeSignature(request, authorization, key, signedAt);
  if (!equal(expected, authorization.signature)) throw new AuthFailure('badSignature', SIGNATURE_MISMATCH);
  return { principal: key.principal, region: authorization.region };
}

// The texts below are those AWS answers with; clients and people search for them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';
const SIGNATURE_MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

function checkToken(token: string | undefined, key: KnownKey, now: number): void {
  if (key.sessionToken !== undefined && (token === undefined || !equal(token, key.sessionToken)))
    throw new AuthFailure('badToken', INVALID_TOKEN);
  if (key.sessionToken === undefined && token !== undefined) throw new AuthFailure('badToken', INVALID_TOKEN);
  if (key.expiresAt !== undefined && now >= key.expiresAt) throw new AuthFailure('expiredToken', EXPIRED_TOKEN);
}

function checkScope({ date, region, service }: Authorization, signedAt: number, context: VerifyContext): void {
  if (service !== context.service)
    throw new AuthFailure('badScope', `Credential should be scoped to correct service: '${context.service}'.`);
  if (context.region !== undefined && region !== context.region) {
    throw new AuthFailure('badScope', `Credential should be scoped to a valid region, not '${region.slice(0, 64)}'.`);
  }
  if (!amzDate(signedAt).startsWith(date) || date.length !== 8) {
    throw new AuthFailure(
      'badScope',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date.slice(0, 16)}' != '${amzDate(signedAt).slice(0, 8)}'.`,
    );
  }
}

function checkClock(signedAt: number, now: number): void {
  const [signed, here] = [amzDate(signedAt), amzDate(now)];
  if (signedAt < now - MAX_CLOCK_SKEW_MS) {
    throw new AuthFailure(
      'clockSkew',
      `Signature expired: ${signed} is now earlier than ${amzDate(now - MAX_CLOCK_SKEW_MS)} (${here} - 5 min.)`,
    );
  }
  if (signedAt > now + MAX_CLOCK_SKEW_MS) {
    throw new AuthFailure(
      'clockSkew',
      `Signature not yet current: ${signed} is still later than ${amzDate(now + MAX_CLOCK_SKEW_MS)} (${here} + 5 min.)`,
    );
  }
}

/** Host, and every `x-amz-` header that was sent, must be under the signature: else anyone on the way could change them. */
function checkSignedHeaders({ signedHeaders }: Authorization, { headers }: SignedRequest): void {
  const signed = new Set(signedHeaders);
  const needed = Object.keys(headers).filter(
    (name) => name === 'host' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256'),
  );
  const unsigned = needed.find((name) => !signed.has(name));
  if (unsigned !== undefined)
    throw new AuthFailure('badSignature', `'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
}

async function computeSignature(
  request: SignedRequest,
  authorization: Authorization,
  key: KnownKey,
  signedAt: number,
): Promise<string> {
  const signer = new SignatureV4({
    service: authorization.service,
    region: authorization.region,
    credentials: {
      accessKeyId: authorization.accessKeyId,
      secretAccessKey: key.secretAccessKey,
      ...(key.sessionToken !== undefined && { sessionToken: key.sessionToken }),
    },
    sha256: Sha256,
    applyChecksum: false,
  });
  const signedHeaders = new Set(authorization.signedHeaders);
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => signedHeaders.has(name)));
  const { method, path, query, body } = request;
  // The body itself is hashed, whatever hash a client may have sent along.
  delete headers['x-amz-content-sha256'];
  const hashed = signedHeaders.has('x-amz-content-sha256')
    ? { ...headers, 'x-amz-content-sha256': await sha256Hex(body) }
    : headers;
  const signed = await signer.sign(
    { method, protocol: 'http:', hostname: '127.0.0.1', path, query: { ...query }, headers: hashed, body },
    { signingDate: new Date(signedAt), signableHeaders: signedHeaders },
  );
  return parseAuthorization(signed.headers['authorization']).signature;
}

async function sha256Hex(body: Uint8Array): Promise<string> {
  const hash = new Sha256();
  hash.update(body);
  return Buffer.from(await hash.digest()).toString('hex');
}

function parseAmzDate(value: string | undefined): number {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(value ?? '');
  const [, year, month, day, hour, minute, second] = match ?? [];
  const time = match ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : Number.NaN;
  if (Number.isNaN(time))
    throw new AuthFailure(
      'incomplete',
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  return time;
}

function amzDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
