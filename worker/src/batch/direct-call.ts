import type { PutEventsEntry, PutEventsResult, PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import { AnswerError } from './answer-error.ts';
import type { PutEvents } from './call.ts';
import { ClockSkew } from './clock-skew.ts';
import { ForeignAnswer } from './foreign-answer.ts';
import { firstValue, toPairs, type HeaderPairs } from './headers.ts';
import { post, type PostSettings } from './post.ts';
import type { RequestPlan } from './request-plan.ts';
import { createRequestSigner, type SigningKeys } from './sign-request.ts';

/** The one scheme and path that the direct way knows how to sign. */
export function canCallDirectly({ path, signing, headers }: RequestPlan): boolean {
  return path === '/' && signing.schemeId === 'aws.auth#sigv4' && SIGNED.every((name) => headers[name] !== undefined);
}

const SIGNED = ['content-type', 'host', 'x-amz-target'] as const;

/**
 * Calls without the SDK's middleware, which costs several times what the call itself does: endpoint, headers and
 * credentials are the client's, the signature is ours. Rejects with what went wrong, not classified.
 */
export function createDirectCall(plan: RequestPlan, keys: () => SigningKeys, settings: PostSettings): PutEvents {
  const { scheduler } = settings;
  const clock = new ClockSkew();
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
    const { offsetMs } = clock;
    const headers = sign(body, keys(), scheduler.nowMs() + offsetMs);
    headers.push('content-length', String(Buffer.byteLength(body)), ...common);
    const answer = await post(plan, headers, body, abort, settings);
    const pairs = toPairs(answer.rawHeaders);
    if (answer.status >= 300) {
      const error = new AnswerError(answer, pairs);
      if (!error.isOfAws) throw new ForeignAnswer(answer.status, pairs);
      if (clock.learn(firstValue(pairs, 'date'), scheduler.nowMs(), offsetMs))
        error.$metadata.clockSkewCorrected = true;
      throw error;
    }
    return toResult(parseAnswer(answer.body) ?? refuseForeign(answer.status, pairs), answer.status, pairs);
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

interface Answer {
  readonly FailedEntryCount?: unknown;
  readonly Entries: readonly unknown[];
}

/** EventBridge's answer; undefined for any other text, such as a page. */
function parseAnswer(text: string): Answer | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isRecord(data) && Array.isArray(data['Entries']) ? { ...data, Entries: data['Entries'] } : undefined;
  } catch {
    return undefined;
  }
}

function refuseForeign(status: number, headers: HeaderPairs): never {
  throw new ForeignAnswer(status, headers);
}

function toResult(
  { FailedEntryCount, Entries }: Answer,
  httpStatusCode: number,
  headers: HeaderPairs,
): PutEventsResult {
  return {
    requestId: firstValue(headers, 'x-amzn-requestid') ?? '',
    httpStatusCode,
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

function isRecord(value: unknown): value is Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
