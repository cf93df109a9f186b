import type { IncomingMessage } from 'node:http';

// https://www.rfc-editor.org/rfc/rfc6761#section-6.3
const LOOPBACK_HOST = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?$/i;

/**
 * Why a request may not use the feed and control routes: a web page elsewhere can reach this port through the user's
 * browser, so the host must be a name of this machine and the page, if one asks, must come from this machine.
 */
export function refusal({ headers }: IncomingMessage): string | undefined {
  if (!LOOPBACK_HOST.test(headers.host ?? ''))
    return `The host is not this machine: found "${shorten(headers.host)}". Use 127.0.0.1 or localhost.`;
  const { origin } = headers;
  if (origin === undefined || isLocalOrigin(origin)) return undefined;
  return `The page is not from this machine: found "${shorten(origin)}". Open it from 127.0.0.1 or localhost.`;
}

function isLocalOrigin(origin: string): boolean {
  const host = /^https?:\/\/(.*)$/i.exec(origin)?.[1];
  return host !== undefined && LOOPBACK_HOST.test(host);
}

function shorten(text = ''): string {
  return text.slice(0, 80);
}
