import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWS_RETRY_DELAYS, retryDelayMs } from './retry-delay.ts';

describe('the wait before the next try', () => {
  it('is a random part of a bound that doubles with each failure', () => {
    const waits = [1, 2, 3, 4].map((failures) => retryDelayMs('transient', failures, 0.999, 0, AWS_RETRY_DELAYS));
    expect(waits).toEqual([49, 99, 199, 399]);
  });

  it('is longer after throttling', () => {
    expect(retryDelayMs('throttled', 1, 0.5, 0, AWS_RETRY_DELAYS)).toBe(500);
  });

  it('follows what the endpoint asks for, up to 5 s beyond the jitter', () => {
    expect(retryDelayMs('throttled', 1, 0.5, 2000, AWS_RETRY_DELAYS)).toBe(2000);
    expect(retryDelayMs('throttled', 1, 0.5, 60_000, AWS_RETRY_DELAYS)).toBe(5500);
  });

  it('never leaves its bounds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('transient', 'throttled'),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(100_000),
        (kind, failures, random, hintMs) => {
          const waitMs = retryDelayMs(kind, failures, random, hintMs, AWS_RETRY_DELAYS);
          expect(waitMs).toBeGreaterThanOrEqual(0);
          expect(waitMs).toBeLessThanOrEqual(AWS_RETRY_DELAYS.maxMs + 5000);
        },
      ),
    );
  });
});
