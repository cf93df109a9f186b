import { getProxyForUrl } from 'proxy-from-env';

/** A proxy of this process' environment, read. */
export interface Proxy {
  readonly url: URL;
  /** Host and port. */
  readonly target: string;
  /** `user:password`, where the address has them. */
  readonly credentials: string | undefined;
}

/**
 * The proxy through which a host is reached over TLS, by `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capitals or not.
 * Without TLS there is none: such addresses are on this machine or beside it.
 *
 * @param target host and port
 */
export function proxyFor(target: string): Proxy | undefined {
  const text = getProxyForUrl(`https://${target}`);
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    // It may hold a password, so it is not repeated.
    throw new TypeError(
      'HTTPS_PROXY cannot be used: it is no address. Write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT.',
    );
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const { username, password } = url;
  return {
    url,
    target: `${url.hostname}:${port}`,
    credentials: username === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
  };
}
