import type { CamundaClient } from '@camunda8/orchestration-cluster-api';
import { callRequest, toResponse, type Connection } from '../network/call-http.ts';
import { reasonOf } from '../network/reason.ts';
import type { Authorization } from './authorization.ts';
import { CamundaError } from './camunda-error.ts';
import { fromNetworkError } from './network-error.ts';

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

/**
 * Tokens of an issuer, by client credentials. Camunda's own client asks for them, keeps them and renews them before they
 * expire; nothing is written to the disk. docs/decisions/rest-client.md says why it is this one for both protocols.
 */
export function createOAuth(settings: () => OAuthSettings, connection: Connection): Authorization {
  let client: Promise<CamundaClient> | undefined;
  let problem: CamundaError | undefined;
  let askedAtMs = 0;

  const ask = async (...[input, init]: Parameters<typeof fetch>): Promise<Response> => {
    problem = undefined;
    askedAtMs = Date.now();
    const request = new Request(input, init);
    const { url } = request;
    try {
      const answer = await callRequest(request, connection, { timeoutMs: ISSUER_TIMEOUT_MS });
      if (answer.status >= 400) problem = refusal(url, answer.status, answer.text);
      return toResponse(answer);
    } catch (error) {
      problem = issuerDown(url, error);
      throw error;
    }
  };

  return {
    headers: async () => {
      try {
        client ??= load(settings(), ask);
        const { Authorization: value = '' } = await (await client).getAuthHeaders();
        return { authorization: value };
      } catch (error) {
        if (error instanceof CamundaError) throw error;
        throw problem ?? noToken(error);
      }
    },
    refused: () => {
      if (Date.now() - askedAtMs < MIN_STALE_AGE_MS) return;
      void client?.then((loaded) => loaded.clearAuthCache({ memory: true, disk: false }));
    },
  };
}

async function load(settings: OAuthSettings, ask: typeof fetch): Promise<CamundaClient> {
  const { url, clientId, clientSecret, audience, scope } = settings;
  if (!URL.canParse(url)) {
    throw new CamundaError(
      'unauthorized',
      'AUTHENTICATION',
      `CAMUNDA_OAUTH_URL is no address: found "${url}"`,
      'Write https://HOST/PATH of the token endpoint.',
    );
  }
  const { createCamundaClient } = await import('@camunda8/orchestration-cluster-api');
  return createCamundaClient({
    // Not this process' environment: what counts was read already.
    env: {},
    config: {
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      CAMUNDA_OAUTH_URL: url,
      CAMUNDA_CLIENT_ID: clientId,
      CAMUNDA_CLIENT_SECRET: clientSecret,
      ...(audience !== undefined && { CAMUNDA_TOKEN_AUDIENCE: audience }),
      ...(scope !== undefined && { CAMUNDA_OAUTH_SCOPE: scope }),
      CAMUNDA_OAUTH_TIMEOUT_MS: ISSUER_TIMEOUT_MS,
      // The worker's own waits stand above it.
      CAMUNDA_OAUTH_RETRY_MAX: 1,
      // What goes wrong is told once, by the worker's own log.
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
    },
    fetch: ask,
  });
}

/** Answers name the reason by a fixed word; what else they say may quote the request. */
// https://datatracker.ietf.org/doc/html/rfc6749#section-5.2
function refusal(url: string, status: number, body: string): CamundaError {
  const word = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(body)?.[1];
  const reason = word === undefined ? `HTTP ${status}` : `${word}, HTTP ${status}`;
  if (status >= 500) {
    return new CamundaError('unavailable', 'ISSUER', `the issuer at ${url} gives no token (${reason})`, ISSUER_REMEDY);
  }
  return new CamundaError(
    'unauthorized',
    'AUTHENTICATION',
    `the issuer at ${url} refuses this client (${reason})`,
    'Correct ZEEBE_CLIENT_ID, ZEEBE_CLIENT_SECRET, the audience and the scope.',
  );
}

const ISSUER_REMEDY = 'Start the issuer, or set CAMUNDA_OAUTH_URL to where it is.';

function issuerDown(url: string, error: unknown): CamundaError {
  const { code, message, remedy } = fromNetworkError('ISSUER', error);
  return new CamundaError(
    'unavailable',
    code,
    `the issuer at ${url} does not answer: ${message}`,
    remedy ?? ISSUER_REMEDY,
  );
}

function noToken(error: unknown): CamundaError {
  return new CamundaError(
    'unauthorized',
    'AUTHENTICATION',
    `the issuer's answer is no token (${reasonOf(error)})`,
    'Set CAMUNDA_OAUTH_URL to the token endpoint of the issuer.',
  );
}
