import { foundAddress } from '@eventbridge-kit/issue';

/** A gateway's REST address, read. */
export type RestAddress =
  | { readonly ok: true; readonly url: string; readonly secure: boolean }
  | { readonly ok: false; readonly message: string };

/** Where a gateway is when nothing is said. */
export const DEFAULT_REST_ADDRESS = 'http://localhost:8080';

/** Reads an address like `http://localhost:8080` or `https://cluster.example/prefix`; a `/v2` at its end may be left out. */
export function parseRestAddress(text: string): RestAddress {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  const isRight =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === '' &&
    url.hostname !== '';
  if (!isRight) {
    return {
      ok: false,
      message: `The REST address cannot be used: found ${foundAddress(trimmed)}. Write http://HOST:8080, or https://HOST for TLS.`,
    };
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/v2$/, '');
  return { ok: true, url: `${url.origin}${path}`, secure: url.protocol === 'https:' };
}
