import type { JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED_RESPONSE } from '../test/documented-response.ts';
import { ENTRY_CODES, isRetryableEntryCode } from './entry-codes.ts';
import { toResponse, type PutEventsResult } from './response.ts';

const RESULT: PutEventsResult = {
  requestId: 'f3a1c2d4-0000-4000-8000-000000000001',
  httpStatusCode: 200,
  headers: [
    ['x-amzn-RequestId', 'f3a1c2d4-0000-4000-8000-000000000001'],
    ['Content-Type', 'application/x-amz-json-1.1'],
    ['Content-Length', '85'],
    ['Date', 'Mon, 23 Nov 2026 10:00:00 GMT'],
  ],
  failedEntryCount: 0,
  entries: [{ eventId: 'b1b1b1b1-0000-4000-8000-000000000002' }],
};

/** Keys and nesting of a value, with the kind of each leaf. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, shapeOf(inner)]),
  );
}

describe('toResponse', () => {
  it("has the keys and nesting of the connector's documentation", () => {
    expect(shapeOf(toResponse(RESULT, 0))).toEqual(shapeOf(DOCUMENTED_RESPONSE));
  });

  it('is a value that a process variable can hold', () => {
    const variable: JsonObject = toResponse(RESULT, 0);
    expect(JSON.parse(JSON.stringify(variable))).toEqual(variable);
  });

  it('gives each job its own entry only, though the call carried several', () => {
    const result: PutEventsResult = {
      ...RESULT,
      failedEntryCount: 1,
      entries: [{ eventId: 'a' }, { errorCode: 'ThrottlingException', errorMessage: 'slow down' }, { eventId: 'c' }],
    };
    expect(toResponse(result, 0)).toMatchObject({
      failedEntryCount: 0,
      entries: [{ eventId: 'a', errorCode: null, errorMessage: null }],
    });
    expect(toResponse(result, 1)).toMatchObject({
      failedEntryCount: 1,
      entries: [{ eventId: null, errorCode: 'ThrottlingException', errorMessage: 'slow down' }],
    });
    expect(toResponse(result, 2).entries).toHaveLength(1);
  });

  it.each([
    [[], 'no entry'],
    [[{}], 'an entry with nothing in it'],
  ])('takes an answer with %2$s for a failure', (entries) => {
    expect(toResponse({ ...RESULT, entries }, 0)).toMatchObject({
      failedEntryCount: 1,
      entries: [{ eventId: null, errorCode: 'InternalFailure' }],
    });
  });

  it('keeps header names as sent, joins repeated ones, and survives hostile ones', () => {
    const { sdkHttpMetadata } = toResponse(
      {
        ...RESULT,
        headers: [
          ['Set-Cookie', 'a'],
          ['set-cookie', 'b'],
          ['__proto__', 'c'],
        ],
      },
      0,
    );
    expect(Object.entries(sdkHttpMetadata.httpHeaders)).toEqual([
      ['Set-Cookie', 'a'],
      ['__proto__', 'c'],
    ]);
    expect(Object.entries(sdkHttpMetadata.allHttpHeaders)).toEqual([
      ['Set-Cookie', ['a', 'b']],
      ['__proto__', ['c']],
    ]);
  });
});

describe('entry codes', () => {
  it('retries what AWS calls retryable, and nothing else', () => {
    expect(Object.keys(ENTRY_CODES).filter(isRetryableEntryCode)).toEqual(['InternalFailure', 'ThrottlingException']);
    expect(isRetryableEntryCode('SomethingNew')).toBe(false);
    expect(isRetryableEntryCode('toString')).toBe(false);
  });
});
