import { loadJsonRpcErrorCode } from '@smithy/core/protocols';
import { firstValue, type HeaderPairs } from './headers.ts';
import type { PostAnswer } from './post.ts';

const NAMELESS = 'HttpError';

// https://www.rfc-editor.org/rfc/rfc9110#status.413
const TOO_LARGE_STATUS = 413;

/** An answer with an error status, in the shape of the SDK's own exceptions. */
export class AnswerError extends Error {
  /** AWS's name of the error; `HttpError` where the answer has none, as a bare 413 does. */
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId?: string; clockSkewCorrected?: boolean };
  readonly headers: HeaderPairs;
  /** False: nothing in it is AWS's own. Whoever answers 413 means the call all the same. */
  readonly isOfAws: boolean;

  constructor({ status, body }: PostAnswer, headers: HeaderPairs) {
    const data = parseObject(body);
    const message = data['message'] ?? data['Message'];
    super(typeof message === 'string' ? message : '');
    const requestId = firstValue(headers, 'x-amzn-requestid');
    this.name = errorName(headers, data);
    this.$metadata = { httpStatusCode: status, ...(requestId !== undefined && { requestId }) };
    this.headers = headers;
    this.isOfAws = this.name !== NAMELESS || requestId !== undefined || status === TOO_LARGE_STATUS;
  }
}

function errorName(headers: HeaderPairs, data: Record<string, unknown>): string {
  const output = { headers: Object.fromEntries(headers) };
  const name: unknown = loadJsonRpcErrorCode(output as Parameters<typeof loadJsonRpcErrorCode>[0], data);
  return typeof name === 'string' && name !== '' ? name : NAMELESS;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
