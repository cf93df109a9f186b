import { AnswerError } from './answer-error.ts';
import { ForeignAnswer } from './foreign-answer.ts';
import { firstValue, type HeaderPairs } from './headers.ts';

/** The wait that an answer asks for, in milliseconds; 0 for none. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/submodules/retry/middleware-retry/parseRetryAfterHeader.ts
export function retryAfterMs(error: Error): number {
  const headers = headersOf(error);
  const ms = Number(firstValue(headers, 'x-amz-retry-after') ?? NaN);
  // https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
  const seconds = Number(firstValue(headers, 'retry-after') ?? NaN);
  const askedMs = Number.isNaN(ms) ? seconds * 1000 : ms;
  return Number.isFinite(askedMs) && askedMs > 0 ? askedMs : 0;
}

/** Our own errors have the pairs, the SDK's a record inside the response. */
function headersOf(error: Error): HeaderPairs {
  if (error instanceof AnswerError || error instanceof ForeignAnswer) return error.headers;
  const response: unknown = Reflect.get(error, '$response');
  const record: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : {};
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).map(([name, value]) => [name, String(value)] as const);
}
