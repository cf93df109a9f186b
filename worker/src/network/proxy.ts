import { getProxyForUrl } from 'proxy-from-env';
import { isInNoProxy } from './no-proxy.ts';

/** A proxy of this process' environment, read. */
export interface Proxy {
  readonly url: URL;
  /** Host and port. */
  readonly target: string;
  /** `user:password`, where the address has them. */
  readonly credentials: string | undefined;
}

/** Variables that name a proxy for TLS, as their readers know them; the first that is set counts. */
export const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/**
 * What is wrong with the proxy that an environment names; undefined: nothing, or there is none. The text is not
 * repeated, since it may hold a password.
 */
export function proxyProblem(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const name = PROXY_VARIABLES.find((variable) => (env[variable] ?? '') !== '');
  if (name === undefined || readProxy(env[name] ?? '') !== undefined) return undefined;
  return `${name} cannot be used: it is no address of an http proxy. ${PROXY_FORM}`;
}

const PROXY_FORM =
  'Write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with %XX for special characters of the password.';

/**
 * The proxy through which a host is reached over TLS, by `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capitals or not.
 * Without TLS there is none: such addresses are on this machine or beside it.
 *
 * @param target host and port
 */
export function proxyFor(target: string): Proxy | undefined {
  const text = getProxyForUrl(`https://${target}`);
  const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
  if (text === '' || isInNoProxy(target.replace(/:\d+$/, ''), noProxy)) return undefined;
  const proxy = readProxy(text);
  if (proxy === undefined)
    throw new TypeError(`HTTPS_PROXY cannot be used: it is no address of an http proxy. ${PROXY_FORM}`);
  return proxy;
}

function readProxy(text: string): Proxy | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const { username, password } = url;
  try {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { url, target: `${url.hostname}:${port}`, credentials: username === '' ? undefined : credentials };
  } catch {
    // A % that begins no character.
    return undefined;
  }
}
