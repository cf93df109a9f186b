import type { IncomingMessage } from 'node:http';

// https://www.rfc-editor.org/rfc/rfc6761#section-6.3
const LOOPBACK_HOST = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/i;

/** A host name or an address as a `Host` header has it, without a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])$/i;

/** True for a name or an address alone, which may be added to those that the bus answers to. */
export function isHostName(text: string): boolean {
  return HOST.test(text);
}

/**
 * Why a request is refused: a web page elsewhere can reach this port through the user's browser, by a name of its own
 * that it points here, and the bus's default key is public. So the host must be a name of this machine or one that was
 * added, and the page, if one asks, must come from such a host.
 */
export function refusal({ headers }: IncomingMessage, allowedHosts: readonly string[]): string | undefined {
  if (!isAllowed(headers.host ?? '', allowedHosts))
    return `The host is not this machine: found "${shorten(headers.host)}". Use 127.0.0.1 or localhost, or start the bus with --allowed-host.`;
  const { origin } = headers;
  if (origin === undefined || isAllowedOrigin(origin, allowedHosts)) return undefined;
  return `The page is not from this machine: found "${shorten(origin)}". Open it from 127.0.0.1 or localhost, or start the bus with --allowed-host.`;
}

function isAllowedOrigin(origin: string, allowedHosts: readonly string[]): boolean {
  const host = /^https?:\/\/(.*)$/i.exec(origin)?.[1];
  return host !== undefined && isAllowed(host, allowedHosts);
}

function isAllowed(hostAndPort: string, allowedHosts: readonly string[]): boolean {
  const host = hostAndPort.replace(/:[0-9]{1,5}$/, '').toLowerCase();
  return LOOPBACK_HOST.test(host) || allowedHosts.some((allowed) => allowed.toLowerCase() === host);
}

function shorten(text = ''): string {
  return text.slice(0, 80);
}
