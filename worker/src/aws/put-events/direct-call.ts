import { isRecord, parseJsonObject } from '@eventbridge-kit/issue';
import type { PutEventsEntry, PutEventsResult, PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import type { PutEvents } from '../../batch/index.ts';
import { callHttp, firstValue, type HttpAnswer, type HttpSettings } from '../../network/http-call.ts';
import { AnswerError, ForeignAnswer } from './answer-errors.ts';
import type { RequestPlan } from './request-plan.ts';
import { createRequestSigner, type SigningKeys } from './sign-request.ts';

/** The one scheme and path that a direct call knows how to sign. */
export function canCallDirectly({ path, signing, headers }: RequestPlan): boolean {
  return path === '/' && signing.schemeId === 'aws.auth#sigv4' && SIGNED.every((name) => headers[name] !== undefined);
}

/** An answer to PutEvents is a few kilobytes; whatever sends more is not EventBridge. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

const SIGNED = ['content-type', 'host', 'x-amz-target'] as const;

export type DirectSettings = Omit<HttpSettings, 'maxAnswerBytes' | 'tls'>;

/**
 * Calls without the SDK's middleware, which costs several times what the call itself does: endpoint, headers and
 * credentials are the client's, the signature is ours. Rejects with what went wrong, not classified.
 */
export function createDirectCall(plan: RequestPlan, keys: () => SigningKeys, settings: DirectSettings): PutEvents {
  const { clock } = settings;
  const http: HttpSettings = { ...settings, tls: {}, maxAnswerBytes: MAX_ANSWER_BYTES };
  const skew = new ClockSkew();
  const common = Object.entries(plan.headers).flat();
  const header = (name: (typeof SIGNED)[number]): string => plan.headers[name] ?? '';
  const sign = createRequestSigner({
    ...plan.signing,
    headers: {
      'content-type': header('content-type'),
      host: header('host'),
      'x-amz-target': header('x-amz-target'),
    },
  });

  return async (entries, { abort }) => {
    const body = toBody(entries);
    const { offsetMs } = skew;
    const headers = sign(body, keys(), clock.nowMs() + offsetMs);
    headers.push('content-length', String(Buffer.byteLength(body)), ...common);
    const answer = await callHttp({ method: 'POST', target: plan, headers, body, abort }, http);
    if (answer.status >= 300) {
      const error = new AnswerError(answer);
      if (!error.isOfAws) throw new ForeignAnswer(answer.status, answer.headers);
      if (skew.learn(firstValue(answer.headers, 'date'), clock.nowMs(), offsetMs))
        error.$metadata.clockSkewCorrected = true;
      throw error;
    }
    const output = parseOutput(answer.body);
    if (output === undefined) throw new ForeignAnswer(answer.status, answer.headers);
    return toResult(output, answer);
  };
}

/** The request's body in AWS JSON 1.1: a time is seconds since 1970. */
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
function toBody(entries: readonly PutEventsEntry[]): string {
  return JSON.stringify({
    Entries: entries.map((entry) =>
      entry.Time === undefined ? entry : { ...entry, Time: Date.parse(entry.Time) / 1000 },
    ),
  });
}

interface Output {
  readonly FailedEntryCount?: unknown;
  readonly Entries: readonly unknown[];
}

/** EventBridge's answer; undefined for any other text, such as a page. */
function parseOutput(text: string): Output | undefined {
  const data = parseJsonObject(text);
  return Array.isArray(data?.['Entries']) ? { ...data, Entries: data['Entries'] } : undefined;
}

function toResult({ FailedEntryCount, Entries }: Output, { status, headers }: HttpAnswer): PutEventsResult {
  return {
    requestId: firstValue(headers, 'x-amzn-requestid') ?? '',
    httpStatusCode: status,
    headers,
    failedEntryCount: typeof FailedEntryCount === 'number' ? FailedEntryCount : 0,
    entries: Entries.map(toResultEntry),
  };
}

function toResultEntry(data: unknown): PutEventsResultEntry {
  const { EventId, ErrorCode, ErrorMessage } = isRecord(data) ? data : {};
  // By far the most frequent answer, without what the other one needs.
  if (typeof EventId === 'string' && ErrorCode === undefined) return { eventId: EventId };
  return {
    ...(typeof EventId === 'string' && { eventId: EventId }),
    ...(typeof ErrorCode === 'string' && { errorCode: ErrorCode }),
    ...(typeof ErrorMessage === 'string' && { errorMessage: ErrorMessage }),
  };
}

/** A clock that is off by so much or more is corrected, in milliseconds; the SDK draws the same line. */
// https://github.com/aws/aws-sdk-js-v3/blob/main/packages/core/src/submodules/httpAuthSchemes/utils/isClockSkewed.ts
const TOLERATED_MS = 240_000;

/** What to add to this machine's clock to get AWS's. */
class ClockSkew {
  #offsetMs = 0;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /**
   * Learns from the `Date` header of a refusal. True where the call was signed with a wrong time, so that it may now pass.
   * @param signedOffsetMs what it was signed with: another refusal may have corrected the clock since
   */
  learn(dateHeader: string | undefined, nowMs: number, signedOffsetMs: number): boolean {
    const theirMs = Date.parse(dateHeader ?? '');
    if (Number.isNaN(theirMs) || Math.abs(theirMs - (nowMs + signedOffsetMs)) < TOLERATED_MS) return false;
    this.#offsetMs = theirMs - nowMs;
    return true;
  }
}
