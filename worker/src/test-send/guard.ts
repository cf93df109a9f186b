import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Problem } from './problem.ts';

export interface GuardOptions {
  /** What a caller must send as `Authorization: Bearer TOKEN`; absent: none is asked for. */
  readonly token?: string | undefined;
  /**
   * Web pages that may call, beside those of the same address, for example `http://localhost:5173`. `null` lets in every
   * page without an address, sandboxed frames of any page among them: with a token alone that nobody can guess.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Names of this machine: a page of another name that resolves to it (DNS rebinding) is not served. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Why a request may not use the service; undefined when it may. */
export function checkCaller(
  request: Pick<IncomingMessage, 'headers'>,
  { token, allowedOrigins }: GuardOptions,
): Problem | undefined {
  const { host = '', authorization } = request.headers;
  if (!LOOPBACK_HOST.test(host)) {
    return {
      status: 403,
      message: `The service is for this machine only: the request was for host "${brief(host)}". Call it as 127.0.0.1 or localhost.`,
    };
  }
  const origin = originOf(request);
  if (origin !== undefined && !isAllowedOrigin(origin, host, allowedOrigins ?? [])) {
    return {
      status: 403,
      message: `Pages of "${brief(origin)}" may not use the service. Start it with --allowed-origins ${brief(origin)} if they should.`,
    };
  }
  if (token !== undefined && !isBearer(authorization, token)) {
    return {
      status: 401,
      message:
        'The token is missing or wrong. Send the header "Authorization: Bearer TOKEN" with the token that the service printed.',
    };
  }
  return undefined;
}

/** The web page's origin; undefined for a caller that is no page. */
export function originOf(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  const { origin } = request.headers;
  return origin === undefined || origin === '' ? undefined : origin;
}

/** Whether a page of this origin may call: it is of the service's own address, or on the list. */
export function isAllowedOrigin(origin: string, host: string, allowed: readonly string[]): boolean {
  return allowed.includes(origin) || origin === `http://${host}` || origin === `https://${host}`;
}

function isBearer(header: string | undefined, token: string): boolean {
  // Equal lengths for the comparison, whatever was sent.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

function brief(text: string): string {
  return text.slice(0, 100);
}
