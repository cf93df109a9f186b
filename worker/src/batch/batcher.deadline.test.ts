import { describe, expect, it } from 'vitest';
import { createBatcher, type BatcherOptions, type PutOptions } from './batcher.ts';
import type { EntryResult } from './call.ts';
import { createModelEndpoint, modelEntry, type Fate } from './test/model-endpoint.ts';
import { ModelClock } from './test/model-clock.ts';

function setUp(fate: Fate, options: BatcherOptions = {}) {
  const clock = new ModelClock();
  const { calls, connection } = createModelEndpoint(clock, () => fate);
  const batcher = createBatcher({ clock, random: () => 0.5, marginMs: 100, ...options });
  const put = (put: PutOptions, bytes = 0) => {
    const seen: { result?: EntryResult } = {};
    void batcher.put(connection, modelEntry(1, bytes), put).then((result) => {
      seen.result = result;
    });
    return seen;
  };
  return { clock, calls, batcher, put, inMs: (ms: number) => ({ deadlineMs: clock.nowMs() + ms }) };
}

describe('the deadline', () => {
  it('sends nothing when the margin is used up', async () => {
    const { clock, calls, put, inMs } = setUp({});
    const seen = put(inMs(100));
    await clock.settle();
    expect([calls.length, seen.result]).toEqual([0, { kind: 'deadline', calls: 0 }]);
  });

  it('ends a put whose call takes too long, and the call with it', async () => {
    const { clock, calls, put, inMs } = setUp({ serviceMs: 60_000 });
    const seen = put(inMs(1000));
    await clock.advance(899);
    expect(seen.result).toBeUndefined();
    await clock.advance(1);
    expect(seen.result).toEqual({ kind: 'deadline', calls: 1 });
    expect(calls[0]?.abort.aborted).toBe(true);
  });

  it('lets a call go on as long as one of its entries waits for it', async () => {
    const { clock, calls, put, inMs } = setUp({ serviceMs: 2000 });
    const early = put(inMs(1000));
    const late = put(inMs(5000));
    await clock.advance(3000);
    expect(early.result).toEqual({ kind: 'deadline', calls: 1 });
    expect(late.result?.kind).toBe('answered');
    expect(calls[0]?.abort.aborted).toBe(false);
  });

  it.each(['denied', 'invalid', 'tooLarge'] as const)(
    'tells no entry of a failure that may be of another one: %s',
    async (failure) => {
      const clock = new ModelClock();
      const { calls, connection } = createModelEndpoint(clock, () =>
        calls.length === 0 ? { failure } : { serviceMs: 60_000 },
      );
      const batcher = createBatcher({ clock, random: () => 0.5, marginMs: 0, maxCallsInFlight: 1 });
      const results: EntryResult[] = [];
      for (const [id, EventBusName] of ['closed', 'open'].entries()) {
        const deadlineMs = clock.nowMs() + 1000;
        void batcher
          .put(connection, { ...modelEntry(id), EventBusName }, { deadlineMs })
          .then((result) => results.push(result));
      }
      await clock.advance(2000);
      expect(results.map(({ kind }) => kind)).toEqual(['deadline', 'deadline']);
    },
  );

  it.each(['denied', 'invalid', 'tooLarge'] as const)(
    'of the entry that spoilt a call leaves the others innocent: %s',
    async (failure) => {
      const clock = new ModelClock();
      const { connection } = createModelEndpoint(clock, ({ entries }) =>
        entries.some(({ EventBusName }) => EventBusName === 'closed') ? { failure } : {},
      );
      const batcher = createBatcher({ clock, random: () => 0.5, marginMs: 0 });
      const results: EntryResult[] = [];
      for (const [EventBusName, timeMs] of [
        ['closed', 10],
        ['open', 60_000],
      ] as const) {
        void batcher
          .put(connection, { ...modelEntry(1), EventBusName }, { deadlineMs: clock.nowMs() + timeMs })
          .then((result) => results.push(result));
      }
      await clock.advance(2000);
      expect(results.map(({ kind }) => kind)).toEqual(['deadline', 'answered']);
    },
  );

  it('follows a deadline that moves to later', async () => {
    const { clock, put } = setUp({ serviceMs: 2000 });
    let deadlineMs = clock.nowMs() + 1000;
    const seen = put({ deadlineMs: () => deadlineMs });
    await clock.advance(500);
    deadlineMs += 4000;
    await clock.advance(2000);
    expect(seen.result?.kind).toBe('answered');
  });

  it('tells the last answer at once where no time is left for another try', async () => {
    const { clock, calls, put, inMs } = setUp({ codes: ['ThrottlingException'] });
    const seen = put(inMs(500));
    await clock.advance(20);
    expect(calls).toHaveLength(1);
    expect(seen.result).toMatchObject({
      kind: 'answered',
      result: { entries: [{ errorCode: 'ThrottlingException' }] },
    });
  });

  it('tells the last failure of an entry whose time is over while it waits for its turn', async () => {
    const { clock, put, inMs } = setUp({ failure: 'transient', serviceMs: 10 }, { maxCallsInFlight: 1 });
    const seen = put(inMs(145));
    await clock.advance(1000);
    expect(seen.result).toMatchObject({ kind: 'failed', failure: { kind: 'transient' } });
  });
});

describe('the signal', () => {
  it('takes an entry out of the queue', async () => {
    const { clock, calls, put, inMs } = setUp({});
    const giveUp = new AbortController();
    const seen = put({ ...inMs(60_000), signal: giveUp.signal });
    giveUp.abort();
    await clock.advance(100);
    expect([calls.length, seen.result]).toEqual([0, { kind: 'aborted', calls: 0 }]);
  });

  it('ends the call that nobody waits for', async () => {
    const { clock, calls, put, inMs } = setUp({ serviceMs: 1000 });
    const giveUp = new AbortController();
    const seen = put({ ...inMs(60_000), signal: giveUp.signal });
    await clock.advance(10);
    giveUp.abort();
    await clock.settle();
    expect([calls[0]?.abort.aborted, seen.result]).toEqual([true, { kind: 'aborted', calls: 1 }]);
  });

  it('sends nothing for one that was given up before', async () => {
    const { clock, calls, put, inMs } = setUp({});
    const seen = put({ ...inMs(60_000), signal: AbortSignal.abort() });
    await clock.settle();
    expect([calls.length, seen.result]).toEqual([0, { kind: 'aborted', calls: 0 }]);
  });
});

describe('the byte budget', () => {
  it('is high while too much waits, and low again when a quarter is free', async () => {
    const { clock, batcher, put, inMs } = setUp({}, { maxQueuedBytes: 1000 });
    const heard: boolean[] = [];
    const end = batcher.pressure.onChange((high) => heard.push(high));
    put(inMs(60_000), 450);
    expect([batcher.pressure.high, batcher.waitingEntries]).toEqual([false, 1]);
    put(inMs(60_000), 550);
    expect([batcher.pressure.high, batcher.waitingEntries]).toEqual([true, 2]);
    await clock.advance(20);
    expect([batcher.pressure.high, batcher.waitingBytes, heard]).toEqual([false, 0, [true, false]]);
    end();
    put(inMs(60_000), 2000);
    expect(heard).toHaveLength(2);
  });
});

describe('what an observer hears', () => {
  it('of each call its size and time, and of each retry', async () => {
    const calls: unknown[] = [];
    const retries: unknown[] = [];
    const { clock, put, inMs } = setUp(
      { failure: 'transient' },
      { maxAttempts: 2, onCall: (call) => calls.push(call), onRetry: (...retry) => retries.push(retry) },
    );
    put(inMs(60_000));
    await clock.advance(1000);
    const call = { entries: 1, durationMs: 20, failure: { kind: 'transient' } };
    expect(calls).toMatchObject([call, call]);
    expect(retries).toEqual([['transient', 1]]);
  });
});

describe('options out of bounds', () => {
  it.each([{ maxCallsInFlight: 0 }, { maxAttempts: 0 }, { lingerMs: -1 }, { maxCallsInFlight: NaN }])(
    'are refused: %j',
    (options) => {
      expect(() => createBatcher(options)).toThrow(RangeError);
    },
  );
});
