import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import type { ConnectorError } from '../connector-error.ts';
import type { ConnectorHeaders } from '../headers.ts';
import type { JsonObject } from '@eventbridge-kit/issue';
import { createMask } from '../mask/mask.ts';
import type { Outcome } from '../outcome.ts';
import { finishJob, type WorkResult } from './finish-job.ts';

const name = fc.oneof(fc.string(), fc.constantFrom('error', 'response', 'job', '__proto__', 'a b', 'date'));

const context = fc.dictionary(name, fc.jsonValue({ maxDepth: 3 })).map((value) => value as JsonObject);

const fragment = fc.constantFrom(
  'bpmnError("A", "b", response)',
  'jobError(error.message, {}, job.retries)',
  'ignoreError(response)',
  'if error != null then bpmnError(error.code) else null',
  '{a: response, b: error}',
  'response',
  '[1, 2]',
  'x y(',
  'for i in 1..3 return i',
  '{"__proto__": 1}',
);

const expression = fc.oneof(fragment, fc.string()).map((text) => `=${text}`);

const headers: fc.Arbitrary<ConnectorHeaders> = fc.record(
  {
    resultVariable: name,
    resultExpression: expression,
    errorExpression: expression,
    retryBackoffMs: fc.nat(),
    jobTimeoutMs: fc.integer({ min: 1 }),
  },
  { requiredKeys: [] },
);

const error: fc.Arbitrary<ConnectorError> = fc.record({
  type: fc.string(),
  message: fc.string(),
  code: fc.option(fc.string()),
  variables: context,
  inputError: fc.boolean(),
});

const result: fc.Arbitrary<WorkResult> = fc.oneof(
  context.map((response): WorkResult => ({ kind: 'response', response })),
  error.map((failure): WorkResult => ({ kind: 'failure', error: failure })),
  fc.tuple(error, context).map(([failure, response]): WorkResult => ({ kind: 'failure', error: failure, response })),
);

function isWellFormed(outcome: Outcome): boolean {
  const variables = JSON.stringify(outcome.variables).length > 1;
  if (outcome.type === 'complete') return variables;
  if (outcome.message.length > 6000 || typeof outcome.message !== 'string') return false;
  if (outcome.type === 'bpmnError') return variables && outcome.code.trim() !== '';
  return (
    variables &&
    outcome.message !== '' &&
    Number.isInteger(outcome.retries) &&
    outcome.retries >= 0 &&
    outcome.retryBackoffMs >= 0
  );
}

describe('any result of the work with any headers', () => {
  it('ends the job in exactly one well-formed outcome', () => {
    fc.assert(
      fc.property(headers, result, fc.integer(), (anyHeaders, anyResult, retries) => {
        const finished = finishJob({
          headers: anyHeaders,
          retries,
          result: anyResult,
          world: stillWorld,
          mask: createMask([]),
        });
        expect(finished.steps.map(({ step }) => step)).toEqual(['response', 'resultExpression', 'errorExpression']);
        expect(isWellFormed(finished.outcome)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never completes after a failure unless the error expression ignores it', () => {
    const withoutIgnore = headers.filter(({ errorExpression }) => errorExpression?.includes('ignoreError') !== true);
    fc.assert(
      fc.property(withoutIgnore, error, (anyHeaders, failure) => {
        const { outcome } = finishJob({
          headers: anyHeaders,
          retries: 3,
          result: { kind: 'failure', error: failure },
          world: stillWorld,
          mask: createMask([]),
        });
        expect(outcome.type).not.toBe('complete');
      }),
    );
  });

  it('lets no secret out', () => {
    const secret = 'S3CR3T/VALUE+1';
    const leaf = fc.constantFrom<JsonObject[string]>(
      secret,
      `x ${secret} y`,
      { [secret]: [secret] },
      encodeURIComponent(secret),
      1,
    );
    fc.assert(
      fc.property(headers, fc.dictionary(fc.string(), leaf), fc.boolean(), (anyHeaders, variables, failed) => {
        const response = { ...variables, text: secret } as JsonObject;
        const failure: ConnectorError = {
          type: 'A',
          message: `m ${secret}`,
          code: secret,
          variables: response,
          inputError: false,
        };
        const finished = finishJob({
          headers: anyHeaders,
          retries: 3,
          result: failed ? { kind: 'failure', error: failure, response } : { kind: 'response', response },
          world: stillWorld,
          mask: createMask([secret]),
        });
        const text = JSON.stringify(finished);
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
      }),
    );
  });
});
