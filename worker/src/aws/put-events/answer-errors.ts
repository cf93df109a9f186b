import { parseJsonObject } from '@eventbridge-kit/issue';
import { loadJsonRpcErrorCode } from '@smithy/core/protocols';
import { firstValue, type HeaderPairs, type HttpAnswer } from '../../network/http-call.ts';

/** Name of an error that the answer does not name. */
const NAMELESS = 'HttpError';

/** A call that is too large may come back as a bare 413 from a proxy before EventBridge, without an error name. */
// https://www.rfc-editor.org/rfc/rfc9110#status.413
export const TOO_LARGE_STATUS = 413;

/** An answer with an error status, in the shape of the SDK's own exceptions. */
export class AnswerError extends Error {
  /** AWS's name of the error; `HttpError` where the answer has none, as a bare 413 does. */
  override readonly name: string;
  readonly $metadata: {
    readonly httpStatusCode: number;
    readonly requestId: string | undefined;
    clockSkewCorrected?: boolean;
  };
  readonly headers: HeaderPairs;
  /** False: nothing in it is AWS's own. Whoever answers 413 means the call all the same. */
  readonly isOfAws: boolean;

  constructor({ status, headers, body }: HttpAnswer) {
    const data = parseJsonObject(body) ?? {};
    const message = data['message'] ?? data['Message'];
    super(typeof message === 'string' ? message : '');
    const requestId = firstValue(headers, 'x-amzn-requestid');
    this.name = errorName(headers, data);
    this.$metadata = { httpStatusCode: status, requestId };
    this.headers = headers;
    this.isOfAws = this.name !== NAMELESS || requestId !== undefined || status === TOO_LARGE_STATUS;
  }
}

function errorName(headers: HeaderPairs, data: Record<string, unknown>): string {
  const output = { headers: Object.fromEntries(headers) };
  const name: unknown = loadJsonRpcErrorCode(output as Parameters<typeof loadJsonRpcErrorCode>[0], data);
  return typeof name === 'string' && name !== '' ? name : NAMELESS;
}

/** Headers in which whoever answers, or passes answers on, names itself; the more telling first. */
// https://www.rfc-editor.org/rfc/rfc9110#field.via and https://www.rfc-editor.org/rfc/rfc9110#field.server
const SELF_NAMES = ['via', 'proxy-agent', 'server'];

/** Longest piece of such a header that is shown, in UTF-16 units. */
const MAX_NAME_LENGTH = 60;

/**
 * An answer that EventBridge does not give: the page of a proxy, of a sign-in or of another server. Another try may get
 * through to EventBridge. Nothing of its body is shown.
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
