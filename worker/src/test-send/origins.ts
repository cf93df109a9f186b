import { foundText } from '@eventbridge-kit/issue';

/** The origin of pages that have no address: files, sandboxed frames of any page. */
export const NO_ADDRESS = 'null';

/** What an allowed origin is, for messages. */
export const ORIGIN_FORM =
  'origins of web pages, scheme, host and port alone, such as http://localhost:5173, and never *';

/** Shortest token that keeps pages without an address out: 24 random bytes in base64url. */
const MIN_TOKEN_LENGTH = 32;

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\@*\s"]*$/;

/** Whether a text is an origin as browsers send it. */
// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
export function isOrigin(text: string): boolean {
  if (text === NO_ADDRESS) return true;
  if (!ORIGIN.test(text)) return false;
  // the schemes of modelers and editors, such as file: and vscode-webview:, have no further rules
  return !/^https?:/.test(text) || (URL.canParse(text) && new URL(text).origin === text);
}

/** Throws where the allowed origins are none, or let in pages without an address that a guessed token would serve. */
export function requireOrigins(origins: readonly string[], token: string | undefined): void {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    throw new TypeError(`allowedOrigins: found ${foundText(wrong.slice(0, 100))}. Write ${ORIGIN_FORM}.`);
  }
  if (origins.includes(NO_ADDRESS) && (token ?? '').length < MIN_TOKEN_LENGTH) {
    throw new TypeError(
      'allowedOrigins: pages without an address ("null") may be of anybody, and only the token keeps them out. ' +
        `Set a random token of at least ${MIN_TOKEN_LENGTH} characters.`,
    );
  }
}
