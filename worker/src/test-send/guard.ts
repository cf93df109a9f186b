import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { hasToken, refusedCaller, sendJson } from '@eventbridge-kit/node-kit/http';

export interface GuardOptions {
  /** What a caller must send as `Authorization: Bearer TOKEN`; absent: none is asked for. */
  readonly token?: string | undefined;
  /**
   * Web pages that may call, beside those of the same address, for example `http://localhost:5173`. `null` lets in every
   * page without an address, sandboxed frames of any page among them: with a token alone that nobody can guess.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Why a request is not served; its message goes to the caller. */
export interface Problem {
  /** HTTP status. */
  readonly status: 400 | 401 | 403 | 405 | 413 | 415 | 500;
  readonly message: string;
}

/** Why a request may not use the service; undefined when it may. */
export function checkCaller(
  headers: IncomingHttpHeaders,
  { token, allowedOrigins = [] }: GuardOptions,
): Problem | undefined {
  const refused = refusedCaller(headers, {
    allowedHosts: [],
    allowsOrigin: (origin) => allowedOrigins.includes(origin),
  });
  if (refused !== undefined) return { status: 403, message: REFUSED[refused.reason](refused.found) };
  if (token === undefined || hasToken(headers, token)) return undefined;
  return {
    status: 401,
    message:
      'The token is missing or wrong. Send the header "Authorization: Bearer TOKEN" with the token that the service printed.',
  };
}

const REFUSED = {
  host: (found: string) =>
    `The service is for this machine only: the request was for host "${found}". Call it as 127.0.0.1 or localhost.`,
  origin: (found: string) =>
    `Pages of "${found}" may not use the service. Start it with --allowed-origins ${found} if they should.`,
};

/** Answers a request that is not served with the reason. */
export function refuse(response: ServerResponse, { status, message }: Problem): void {
  sendJson(response, status, { message });
}
