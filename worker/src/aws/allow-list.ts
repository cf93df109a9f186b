import { endpointHost } from '@eventbridge-kit/eventbridge';
import { isLoopbackHost } from '@eventbridge-kit/node-kit/http';
import { isForbiddenHost } from './forbidden-address.ts';

/** What an operator writes for an endpoint, for messages. */
export const ALLOWED_ENDPOINT_FORM =
  'https://HOST, https://HOST:PORT/PATH, http on this machine, or the start of one up to /* or :*';

/** What an operator writes for a role, for messages. */
export const ALLOWED_ROLE_FORM = 'a role ARN, or the start of one with * behind it';

/** What an operator may write as the address of a service, for messages. */
export const OWN_ENDPOINT_FORM =
  'an https or http address without user and query, and no link-local or metadata address';

/** Whether an operator may send to this address: to all but those that give away the machine's credentials. */
export function isOwnEndpoint(text: string): boolean {
  const url = endpointHost(text) === undefined ? undefined : parseUrl(text);
  return url !== undefined && !isForbiddenHost(url.hostname);
}

type Matches<Value> = (value: Value) => boolean;

// The host is always whole: "https://bus.example*" would let "https://bus.example.net" through.
const ENDPOINT_FORM =
  /^(https?:\/\/(?:[A-Za-z0-9\-._]+|\[[0-9A-Fa-f:.]+\]))(?:(:\*)|((?::[0-9]{1,5})?(?:\/[^\s?#*]*)?)(\*)?)$/;

/**
 * Reads one endpoint that an operator allows: exact, or with `*` in place of the rest of its path or of its port and
 * path. Undefined for what is no such text, plain http to another machine included. Addresses are compared as `URL`
 * understands them, so that no other spelling of one passes or fails.
 */
export function readAllowedEndpoint(text: string): Matches<URL> | undefined {
  const [, start = '', anyPort, rest = '', star] = ENDPOINT_FORM.exec(text.trim()) ?? [];
  const url = start === '' ? undefined : parseUrl(`${start}${rest}`);
  if (url === undefined || (url.protocol === 'http:' && !isLoopbackHost(url.hostname))) return undefined;
  if (anyPort !== undefined) return ({ protocol, hostname }) => protocol === url.protocol && hostname === url.hostname;
  if (star === undefined) return ({ href }) => href === url.href;
  return rest.includes('/') ? ({ href }) => href.startsWith(url.href) : undefined;
}

/** Reads one role that an operator allows: its ARN, or the start of one with `*` behind it. */
export function readAllowedRole(text: string): Matches<string> | undefined {
  const role = text.trim();
  if (!/^(?:\*|arn:[^\s*]+\*?)$/.test(role)) return undefined;
  const start = role.slice(0, -1);
  return role.endsWith('*') ? (arn) => arn.startsWith(start) : (arn) => arn === role;
}

/** The address, or undefined where there is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
