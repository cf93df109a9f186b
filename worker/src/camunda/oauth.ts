import { foundAddress, hostOf } from '@eventbridge-kit/issue';
import { callUrl, type Connection, type HttpAnswer } from '../network/http-call.ts';
import type { Authorization, AuthorizationHeaders } from './authorization.ts';
import { CamundaError, fromNetworkError } from './camunda-error.ts';

export interface OAuthSettings {
  /** Address of the token endpoint. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Default `zeebe.camunda.io`. */
  readonly audience: string | undefined;
  readonly scope: string | undefined;
}

/** How long the issuer may take, in milliseconds. */
const ISSUER_TIMEOUT_MS = 10_000;
/** A token that the gateway refuses so soon is not stale: another one would not help. */
const MIN_STALE_AGE_MS = 10_000;
/** So long before it expires a token is renewed, in milliseconds; of a short one, half its life. */
const RENEW_BEFORE_MS = 30_000;
/** The audience of Camunda 8 SaaS. */
// https://docs.camunda.io/docs/components/saas/api/authentication/
export const DEFAULT_AUDIENCE = 'zeebe.camunda.io';

interface Token {
  readonly headers: AuthorizationHeaders;
  readonly askedAtMs: number;
  readonly renewAtMs: number;
}

/**
 * Tokens of an issuer, by client credentials (https://datatracker.ietf.org/doc/html/rfc6749#section-4.4). A token is kept
 * in memory, asked for once by calls at the same time, and renewed before it expires; nothing is written to the disk.
 */
export function createOAuth(settings: () => OAuthSettings, connection: Connection): Authorization {
  let kept: Token | undefined;
  let asking: Promise<Token> | undefined;

  const renewed = async (): Promise<AuthorizationHeaders> => {
    kept = await (asking ??= renew());
    return kept.headers;
  };

  const renew = async (): Promise<Token> => {
    try {
      return await askIssuer(settings(), connection);
    } finally {
      asking = undefined;
    }
  };

  return {
    headers: () => (kept !== undefined && Date.now() < kept.renewAtMs ? kept.headers : renewed()),
    refused: () => {
      if (kept !== undefined && Date.now() - kept.askedAtMs >= MIN_STALE_AGE_MS) kept = undefined;
    },
  };
}

async function askIssuer(
  { url, clientId, clientSecret, audience = DEFAULT_AUDIENCE, scope }: OAuthSettings,
  connection: Connection,
): Promise<Token> {
  const host = hostOf(url);
  if (!/^https?:/i.test(url) || host === undefined) {
    throw new CamundaError(
      'unauthorized',
      'AUTHENTICATION',
      `CAMUNDA_OAUTH_URL is no address: found ${foundAddress(url)}`,
      'Write https://HOST/PATH of the token endpoint.',
    );
  }
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
    ...(scope !== undefined && { scope }),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const call = { method: 'POST', url, headers, body: form.toString(), timeoutMs: ISSUER_TIMEOUT_MS };
  const askedAtMs = Date.now();
  const answer = await callUrl(call, connection).catch((error: unknown) => {
    throw issuerDown(host, error);
  });
  if (answer.status >= 400) throw refusal(host, answer.status, answer.body);
  const { token, lifeMs } = readToken(answer);
  return {
    headers: { authorization: `Bearer ${token}` },
    askedAtMs,
    renewAtMs: askedAtMs + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2),
  };
}

// https://datatracker.ietf.org/doc/html/rfc6749#section-5.1
function readToken({ status, body }: HttpAnswer): { readonly token: string; readonly lifeMs: number } {
  if (status !== 200) throw noToken(`HTTP ${status}`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw noToken('it is no JSON');
  }
  const { access_token: token, expires_in: seconds } = Object(value) as Record<string, unknown>;
  if (typeof token !== 'string' || token === '') throw noToken('it has no access_token');
  // Some issuers write the number as text.
  const lifeMs = Number(seconds ?? NaN) * 1000;
  if (!Number.isFinite(lifeMs)) throw noToken('it has no expires_in');
  return { token, lifeMs };
}

/** Answers name the reason by a fixed word; what else they say may quote the request. */
// https://datatracker.ietf.org/doc/html/rfc6749#section-5.2
function refusal(host: string, status: number, body: string): CamundaError {
  const word = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(body)?.[1];
  const reason = word === undefined ? `HTTP ${status}` : `${word}, HTTP ${status}`;
  if (status >= 500) {
    return new CamundaError('unavailable', 'ISSUER', `the issuer at ${host} gives no token (${reason})`, ISSUER_REMEDY);
  }
  return new CamundaError(
    'unauthorized',
    'AUTHENTICATION',
    `the issuer at ${host} refuses this client (${reason})`,
    'Correct ZEEBE_CLIENT_ID, ZEEBE_CLIENT_SECRET, the audience and the scope.',
  );
}

const ISSUER_REMEDY = 'Start the issuer, or set CAMUNDA_OAUTH_URL to where it is.';

function issuerDown(host: string, error: unknown): CamundaError {
  const { code, message, remedy } = fromNetworkError('ISSUER', error);
  return new CamundaError(
    'unavailable',
    code,
    `the issuer at ${host} does not answer: ${message}`,
    remedy ?? ISSUER_REMEDY,
  );
}

function noToken(reason: string): CamundaError {
  return new CamundaError(
    'unauthorized',
    'AUTHENTICATION',
    `the issuer's answer is no token (${reason})`,
    'Set CAMUNDA_OAUTH_URL to the token endpoint of the issuer.',
  );
}
