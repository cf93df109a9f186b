import { quote } from './message.ts';

/** What an address is made of that holds no password: scheme, host, port, and the ends of an allowed one. */
const HARMLESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[\w.*-]+|\[[0-9a-f:.]+\])(?::(?:\d+|\*))?(?:\/\*?)?$/i;

/** A host as `URL` writes it; in others something else may hide. */
const HOST = /^(?:[\w.*-]+|\[[0-9a-f:.]+\])(?::\d+)?$/i;

/**
 * What was found where an address should be, for messages: its host alone where it is more than scheme, host and port,
 * since anywhere else in it a password may stand, in spellings that only `URL` tells apart.
 */
export function foundAddress(text: string): string {
  if (HARMLESS.test(text)) return `"${text}"`;
  const host = hostOf(text);
  return host === undefined ? `a text of ${text.length} characters that is no address` : `the host "${host}"`;
}

/** What was found, for messages, where the text may be an address and may be none: the same care for what looks like one. */
export function foundText(text: string): string {
  return /[@%\\]|:\//.test(text) ? foundAddress(text) : quote(text);
}

/** Host and port of an address, undefined where it has none. */
export function hostOf(text: string): string | undefined {
  const host = URL.canParse(text) ? new URL(text).host : '';
  return HOST.test(host) ? host : undefined;
}
