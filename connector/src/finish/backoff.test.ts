import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { createMask } from '../mask/mask.ts';
import type { Outcome } from '../outcome.ts';
import { finishJob } from './finish-job.ts';

/** How a job ends that is tried again after a wait; `random` is from 0 to 1. */
function outcomeOf(wait: string, retries = 3, random = 0.5): Outcome {
  const { outcome } = finishJob({
    headers: { errorExpression: `=jobError("again", {}, job.retries - 1, ${wait})` },
    retries,
    result: { kind: 'response', response: {} },
    world: { ...stillWorld, random: () => random },
    mask: createMask([]),
  });
  return outcome;
}

function waitMs(wait: string, retries?: number, random?: number): number | undefined {
  const outcome = outcomeOf(wait, retries, random);
  return outcome.type === 'fail' ? outcome.retryBackoffMs : undefined;
}

describe('backoff', () => {
  it('grows from 50 ms by 1.6 to 5 s at most', () => {
    expect([1, 2, 3, 4, 5, 10, 11, 500].map((attempt) => waitMs(`backoff(${attempt})`))).toEqual([
      50, 80, 128, 205, 328, 3436, 5000, 5000,
    ]);
  });

  it('takes shortest wait, growth and longest wait', () => {
    const waits = [3, 2, 1].map((retries) =>
      waitMs('backoff(4 - job.retries, duration("PT1S"), 3, duration("PT5S"))', retries),
    );
    expect(waits).toEqual([1000, 3000, 5000]);
    expect(waitMs('backoff(3, duration("PT0.1S"), 2)')).toBe(400);
  });

  it('takes its arguments by name', () => {
    expect(waitMs('backoff(attempt: 2, minDelay: duration("PT2S"), factor: 2)')).toBe(4000);
  });

  it('is spread by a tenth, by the share that is asked for, or not at all', () => {
    const ends = (wait: string): unknown[] => [0, 1].map((random) => waitMs(wait, 3, random));
    expect(ends('backoff(1, duration("PT10S"), 2, duration("PT1M"))')).toEqual([9000, 11_000]);
    expect(ends('backoff(1, duration("PT10S"), 2, duration("PT1M"), 0.5)')).toEqual([5000, 15_000]);
    expect(ends('backoff(1, duration("PT10S"), 2, duration("PT1M"), 0)')).toEqual([10_000, 10_000]);
    expect(ends('backoff(1, duration("PT10S"), 2, duration("PT1M"), 3)')).toEqual([0, 40_000]);
  });

  it('does not shrink below the shortest wait', () => {
    expect(waitMs('backoff(5, duration("PT1S"), 0.5, duration("PT1M"), 0)')).toBe(1000);
  });

  it('counts whole attempts', () => {
    expect(waitMs('backoff(2.9)')).toBe(80);
  });

  it.each([
    ['backoff()', '1, 3, 4 or 5 arguments: found 0'],
    ['backoff(1, duration("PT1S"))', '1, 3, 4 or 5 arguments: found 2'],
    ['backoff(attempt: 1, factor: 2)', 'minDelay'],
    ['backoff(0)', 'an attempt of 1 or more: found 0'],
    ['backoff("1")', 'a number as attempt: found string'],
    ['backoff(missing)', 'a number as attempt: found null'],
    ['backoff(1, "PT1S", 2)', 'a duration of days and times as minDelay: found string'],
    ['backoff(1, duration("P1M"), 2)', 'as minDelay: found years and months duration'],
    ['backoff(1, duration("PT1S"), 0)', 'a factor above 0: found 0'],
    ['backoff(1, duration("PT10S"), 2)', 'at most its maxDelay: found 10000 ms and 5000 ms'],
    ['backoff(1, duration("PT1S"), 2, duration("PT2S"), -1)', 'a jitterFactor of 0 or more: found -1'],
  ])('fails the job for good on %s, with what is wrong', (wait, expected) => {
    const outcome = outcomeOf(wait);
    expect(outcome).toMatchObject({ type: 'fail', retries: 0, retryBackoffMs: 0 });
    expect(outcome.type === 'fail' && outcome.message).toContain(expected);
    expect(outcome.type === 'fail' && outcome.message).toContain('backoff(4 - job.retries');
  });

  it('stays within its bounds, spread included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, minSeconds, more, tenths, random) => {
          const max = minSeconds + more;
          const wait = `backoff(${attempt}, duration("PT${minSeconds}S"), ${tenths / 10}, duration("PT${max}S"))`;
          const ms = waitMs(wait, 3, random) ?? NaN;
          expect(ms).toBeGreaterThanOrEqual(Math.floor(minSeconds * 900));
          expect(ms).toBeLessThanOrEqual(Math.ceil(max * 1100));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is a function of the error expression alone', () => {
    const { outcome } = finishJob({
      headers: { resultExpression: '={wait: backoff(1)}' },
      retries: 3,
      result: { kind: 'response', response: {} },
      world: stillWorld,
      mask: createMask([]),
    });
    expect(outcome).toMatchObject({ type: 'fail', retries: 0 });
  });
});
