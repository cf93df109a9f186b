import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { createAlarm } from './alarm.ts';
import { createBackoff } from './backoff.ts';
import { sleep, systemClock } from './clock.ts';
import { firstOf } from './first-of.ts';

describe('waits between tries', () => {
  it('stay within a bound that doubles up to the maximum, and start anew after a success', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (values) => {
          let at = 0;
          const backoff = createBackoff({ baseMs: 100, maxMs: 5_000 }, () => values[at++ % values.length] ?? 0);
          for (let failure = 0; failure < values.length; failure += 1) {
            const waitMs = backoff.nextMs();
            expect(waitMs).toBeGreaterThanOrEqual(1);
            expect(waitMs).toBeLessThanOrEqual(Math.min(5_000, 100 * 2 ** failure));
          }
          backoff.reset();
          expect(backoff.nextMs()).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});

describe('an alarm', () => {
  it('rings at its moment, which can be moved', async () => {
    const clock = new ManualClock();
    const alarm = createAlarm(clock, clock.nowMs() + 1_000);
    alarm.setAt(clock.nowMs() + 5_000);
    await clock.advance(4_999);
    expect(alarm.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(alarm.signal.aborted).toBe(true);
  });

  it('never rings once it is disposed of', async () => {
    const clock = new ManualClock();
    const alarm = createAlarm(clock, clock.nowMs() + 1_000);
    alarm.dispose();
    await clock.advance(10_000);
    expect(alarm.signal.aborted).toBe(false);
    expect(clock.sleeping).toBe(0);
  });
});

describe('the first of work and interruptions', () => {
  it('is the work when nothing comes before it, and its failure too', async () => {
    const { signal } = new AbortController();
    expect(await firstOf(Promise.resolve(1), [{ signal, value: () => 2 }])).toBe(1);
    await expect(firstOf(Promise.reject(new Error('no')), [{ signal, value: () => 2 }])).rejects.toThrow('no');
  });

  it('is the interruption that comes first, at once when it is there already', async () => {
    const never = new Promise<number>(() => undefined);
    const [early, late] = [new AbortController(), new AbortController()];
    const first = firstOf(never, [
      { signal: late.signal, value: () => 1 },
      { signal: early.signal, value: () => 2 },
    ]);
    early.abort();
    late.abort();
    expect(await first).toBe(2);
    expect(await firstOf(never, [{ signal: late.signal, value: () => 3 }])).toBe(3);
  });
});

describe("the machine's clock", () => {
  it('ends a sleep at once when the signal aborts', async () => {
    const abort = new AbortController();
    const slept = sleep(systemClock, 3_600_000, abort.signal);
    abort.abort();
    await slept;
    await sleep(systemClock, 3_600_000, abort.signal);
  });
});
