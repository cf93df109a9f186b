import type { Algorithm, Scope } from './algorithms/algorithm.ts';
import { ecdsa } from './algorithms/ecdsa.ts';
import { hmac } from './algorithms/hmac.ts';
import { AuthFailure } from './auth-failure.ts';
import { parseAuthorization, type Authorization } from './authorization.ts';
import { stringToSign } from './canonical.ts';
import { equalTexts } from './equal-texts.ts';
import type { KeyStore, KnownKey, Principal } from './keys.ts';
import type { SignedRequest } from './signed-request.ts';

const ALGORITHMS: readonly Algorithm[] = [hmac, ecdsa];

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

/** Region of a call that is good in any, where the bus was given none. */
const ANY_REGION = 'us-east-1';

/** Computes the signature again and compares. Returns who signed, and the region of the scope; throws an `AuthFailure`. */
export async function verifySignature(
  request: SignedRequest,
  context: VerifyContext,
): Promise<{ principal: Principal; region: string }> {
  const authorization = parseAuthorization(request.headers['authorization']);
  const algorithm = ALGORITHMS.find(({ name }) => name === authorization.algorithm);
  if (!algorithm) {
    throw new AuthFailure(
      'incomplete',
      `Unsupported AWS 'algorithm': '${authorization.algorithm.slice(0, 64)}'. Sign with ${hmac.name}.`,
    );
  }
  const scope = algorithm.readScope(authorization, request);
  const signedAt = parseAmzDate(request.headers['x-amz-date']);
  const key = context.keys.find(authorization.accessKeyId);
  if (!key) throw new AuthFailure('unknownKey', INVALID_TOKEN);
  checkToken(request.headers['x-amz-security-token'], key, context.now);
  checkScope(scope, signedAt, context);
  checkClock(signedAt, context.now);
  checkSignedHeaders(authorization, request);
  const text = stringToSign(
    algorithm.name,
    amzDate(signedAt),
    authorization.scope,
    request,
    authorization.signedHeaders,
  );
  if (!(await algorithm.verify(key, text, authorization))) throw new AuthFailure('badSignature', SIGNATURE_MISMATCH);
  const [first = '*'] = scope.regions;
  return { principal: key.principal, region: context.region ?? (first === '*' ? ANY_REGION : first) };
}

// The texts below are those AWS answers with; clients and people search for them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';
const SIGNATURE_MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

function checkToken(token: string | undefined, key: KnownKey, now: number): void {
  if (key.sessionToken === undefined ? token !== undefined : !equalTexts(token ?? '', key.sessionToken)) {
    throw new AuthFailure('badToken', INVALID_TOKEN);
  }
  if (key.expiresAt !== undefined && now >= key.expiresAt) throw new AuthFailure('expiredToken', EXPIRED_TOKEN);
}

function checkScope({ date, regions, service }: Scope, signedAt: number, context: VerifyContext): void {
  if (service !== context.service)
    throw new AuthFailure('badScope', `Credential should be scoped to correct service: '${context.service}'.`);
  if (context.region !== undefined && !regions.includes(context.region) && !regions.includes('*')) {
    throw new AuthFailure(
      'badScope',
      `Credential should be scoped to a valid region, not '${regions.join(',').slice(0, 64)}'.`,
    );
  }
  const signedOn = amzDate(signedAt).slice(0, 8);
  if (date !== signedOn) {
    throw new AuthFailure(
      'badScope',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date.slice(0, 16)}' != '${signedOn}'.`,
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
