import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost } from './loopback.ts';

/** Who may use a server that is for this machine only. */
export interface CallerRules {
  /** Names of hosts, without a port, beside those of this machine. */
  readonly allowedHosts: readonly string[];
  /**
   * Whether a page of this origin may call, beside those of the very address that it calls.
   *
   * @param isHere whether the origin is that of a host that the server answers to
   */
  readonly allowsOrigin: (origin: string, isHere: boolean) => boolean;
}

/** Why a request is refused, and what of it is not as it should be. */
export interface CallerRefusal {
  readonly reason: 'host' | 'origin';
  /** The host or the origin, cut where it is long. */
  readonly found: string;
}

/** Longest host or origin that a message repeats, in UTF-16 units. */
const MAX_FOUND = 80;

/**
 * Why a request is refused; undefined when it is not. A web page elsewhere can reach a port of this machine through the
 * user's browser, by a name of its own that it points here (DNS rebinding): so the host must be a name of this machine or
 * an allowed one, and the page, where one asks, an allowed one too.
 */
export function refusedCaller(
  { host = '', origin }: IncomingHttpHeaders,
  { allowedHosts, allowsOrigin }: CallerRules,
): CallerRefusal | undefined {
  const isHere = (hostAndPort: string): boolean => {
    const name = hostAndPort.replace(/:\d{1,5}$/, '').toLowerCase();
    return isLoopbackHost(name) || allowedHosts.some((allowed) => allowed.toLowerCase() === name);
  };
  if (!isHere(host)) return { reason: 'host', found: host.slice(0, MAX_FOUND) };
  if (origin === undefined) return undefined;
  const caller = /^https?:\/\/(.*)$/i.exec(origin)?.[1];
  if (caller === host || allowsOrigin(origin, caller !== undefined && isHere(caller))) return undefined;
  return { reason: 'origin', found: origin.slice(0, MAX_FOUND) };
}

/** Whether a request brings the token as `Authorization: Bearer TOKEN`. What differs shows in no time that it takes. */
export function hasToken({ authorization = '' }: IncomingHttpHeaders, token: string): boolean {
  // Equal lengths for the comparison, whatever was sent.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

/** Lets a page read the answer, where one asks; those that may not were refused before. */
export function corsHeaders({ origin }: IncomingHttpHeaders): HeaderList {
  if (origin === undefined) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Vary', 'Origin'],
  ];
}

/** Headers in their order, names as they are spelled. */
export type HeaderList = readonly (readonly [name: string, value: string])[];
