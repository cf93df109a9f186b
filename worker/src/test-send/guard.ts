import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { corsHeaders, hasToken, refusedCaller, send, sendJson } from '@eventbridge-kit/node-kit/http';

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

/** What a service is called with, and how it says so. */
export interface ServedMethod {
  readonly method: string;
  /** Start of the sentence, for example `A test send is`. */
  readonly subject: string;
}

/**
 * Whether a request is to be served. One that is not has its answer already: the reason, or what a browser asks before a
 * page's call, which it sends without the token. Pages that may call can read every answer.
 */
export function admitCaller(
  { method = 'no method', headers }: IncomingMessage,
  response: ServerResponse,
  options: GuardOptions,
  served: ServedMethod,
): boolean {
  const problem = checkCaller(headers, options);
  const isRefused = problem?.status === 403;
  if (headers.origin !== undefined && !isRefused) {
    for (const [name, value] of corsHeaders(headers)) response.setHeader(name, value);
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    response.setHeader('Access-Control-Allow-Methods', served.method);
  }
  if (method === 'OPTIONS') send(response, isRefused ? 403 : 204, [], '');
  else if (problem !== undefined) refuse(response, problem);
  else if (method !== served.method)
    refuse(response, { status: 405, message: `${served.subject} a ${served.method}: found ${method}.` });
  else return true;
  return false;
}

/** Answers a request that is not served with the reason. */
export function refuse(response: ServerResponse, { status, message }: Problem): void {
  sendJson(response, status, { message });
}
