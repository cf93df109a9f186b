declare module 'proxy-from-env' {
  /** The proxy for an address by HTTPS_PROXY, NO_PROXY and their like; empty: none. */
  export function getProxyForUrl(url: string): string;
}
