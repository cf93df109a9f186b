import { firstValue, type HeaderPairs } from './headers.ts';

/** Headers in which whoever answers, or passes answers on, says who it is; the more telling first. */
// https://www.rfc-editor.org/rfc/rfc9110#field.via and https://www.rfc-editor.org/rfc/rfc9110#field.server
const SELF_NAMES = ['via', 'proxy-agent', 'server'];

/** Longest piece of such a header that is told, in UTF-16 units. */
const MAX_NAME_LENGTH = 60;

/**
 * An answer that EventBridge does not give: the page of a proxy, of a sign-in or of another server. Another try may get
 * through to EventBridge. Nothing of its body is told.
 */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
  /** By this the SDK knows that a retry may help. */
  // https://smithy.io/2.0/spec/behavior-traits.html#retryable-trait
  readonly $retryable = { throttling: false };
  readonly $metadata: { readonly httpStatusCode: number };
  readonly headers: HeaderPairs;
  /** What the answer says of itself, for example `HTTP 403, text/html, from "squid/6.1"`. */
  readonly description: string;

  constructor(status: number, headers: HeaderPairs) {
    const type = firstValue(headers, 'content-type')?.split(';', 1)[0]?.trim();
    const from = SELF_NAMES.map((name) => firstValue(headers, name)).find((value) => value !== undefined);
    const description = [
      `HTTP ${status}`,
      type === undefined || type === '' ? 'no content type' : type.slice(0, MAX_NAME_LENGTH),
      ...(from === undefined ? [] : [`from ${JSON.stringify(from.slice(0, MAX_NAME_LENGTH))}`]),
    ].join(', ');
    super(`Not an answer of EventBridge (${description})`);
    this.$metadata = { httpStatusCode: status };
    this.headers = headers;
    this.description = description;
  }
}
