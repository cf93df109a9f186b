import { entrySizeBytes, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import { describe, expect, it } from 'vitest';
import { createBatcher, type BatcherOptions, type PutOptions } from './batcher.ts';
import { CallFailure, type EntryResult, type PutEventsConnection } from './call.ts';
import { createModelEndpoint, idOf, modelEntry, type Fate, type ModelCall } from './test/model-endpoint.ts';
import { ModelClock } from './test/model-clock.ts';

function setUp(fate?: (call: ModelCall) => Fate, options: BatcherOptions = {}) {
  const clock = new ModelClock();
  const { calls, connection } = createModelEndpoint(clock, fate);
  const batcher = createBatcher({ clock, random: () => 0.5, marginMs: 0, ...options });
  const results = new Map<number, EntryResult>();
  const put = (id: number, bytes = 0, more: Partial<PutOptions> = {}, to: PutEventsConnection = connection): void => {
    const deadlineMs = clock.nowMs() + 60_000;
    void batcher.put(to, modelEntry(id, bytes), { deadlineMs, ...more }).then((result) => results.set(id, result));
  };
  const startMs = clock.nowMs();
  return {
    clock,
    batcher,
    connection,
    put,
    putMany: (from: number, to: number) => {
      for (let id = from; id <= to; id++) put(id);
    },
    /** When each call started, with the ids of its entries. */
    sent: () => calls.map(({ atMs, entries }) => [atMs - startMs, entries.map(idOf)] as const),
    calls,
    results,
  };
}

/** Short words for a result. */
function told(result: EntryResult | undefined): string {
  if (result === undefined) return 'none';
  if (result.kind === 'answered') return result.result.entries[result.index]?.errorCode ?? 'accepted';
  return result.kind === 'failed' ? result.failure.kind : result.kind;
}

describe('when entries are sent', () => {
  it('sends a single event in the same turn', async () => {
    const { clock, put, sent, results } = setUp();
    put(1);
    await clock.settle();
    expect(sent()).toEqual([[0, [1]]]);
    await clock.advance(20);
    expect(told(results.get(1))).toBe('accepted');
  });

  it('sends a burst at once, in full batches and one with the rest', async () => {
    const { clock, putMany, sent } = setUp();
    putMany(1, 32);
    await clock.settle();
    expect(sent().map(([atMs, ids]) => [atMs, ids.length])).toEqual([
      [0, 10],
      [0, 10],
      [0, 10],
      [0, 2],
    ]);
  });

  it('sends a long queue at once too, in the order of the puts', async () => {
    const { clock, putMany, sent } = setUp();
    putMany(1, 495);
    await clock.settle();
    expect(sent().map(([atMs]) => atMs)).toEqual(Array.from({ length: 50 }, () => 0));
    expect(sent().flatMap(([, ids]) => ids)).toEqual(Array.from({ length: 495 }, (_, i) => i + 1));
  });

  it('lets the rest wait at most 5 ms while a call that is not full is under way', async () => {
    const { clock, put, sent } = setUp();
    put(1);
    await clock.advance(1);
    put(2);
    await clock.advance(3);
    put(3);
    await clock.advance(10);
    expect(sent()).toEqual([
      [0, [1]],
      [6, [2, 3]],
    ]);
  });

  it('sends the rest as soon as that call has returned', async () => {
    const { clock, put, sent } = setUp(() => ({ serviceMs: 3 }));
    put(1);
    await clock.advance(1);
    put(2);
    await clock.advance(5);
    expect(sent()).toEqual([
      [0, [1]],
      [3, [2]],
    ]);
  });

  it('sends a full batch at once, whatever is under way', async () => {
    const { clock, put, putMany, sent } = setUp();
    put(1);
    await clock.advance(1);
    putMany(2, 13);
    await clock.advance(10);
    expect(sent()).toEqual([
      [0, [1]],
      [1, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
      [6, [12, 13]],
    ]);
  });

  it('takes a batch as full where the next entry would reach the byte limit', async () => {
    const { clock, put, sent } = setUp(undefined, { maxCallBytes: 1000 });
    put(1, 400);
    put(2, 400);
    put(3, 400);
    await clock.settle();
    expect(sent().map(([, ids]) => ids)).toEqual([[1, 2], [3]]);
  });

  it('keeps a call below the byte limit: to reach it is too much', async () => {
    const one = entrySizeBytes(modelEntry(1, 400));
    const { clock, put, sent } = setUp(undefined, { maxCallBytes: 2 * one });
    put(1, 400);
    put(2, 400);
    await clock.settle();
    expect(sent().map(([, ids]) => ids)).toEqual([[1], [2]]);
  });

  it('keeps within the calls under way that are allowed', async () => {
    const { clock, putMany, calls, results } = setUp(undefined, { maxCallsInFlight: 2 });
    putMany(1, 45);
    await clock.settle();
    expect(calls).toHaveLength(2);
    await clock.advance(60);
    expect(Math.max(...calls.map(({ inFlight }) => inFlight))).toBe(2);
    expect(results.size).toBe(45);
  });

  it('keeps the entries of each connection apart', async () => {
    const { clock, put, calls } = setUp();
    const other = createModelEndpoint(clock);
    put(1);
    put(2, 0, {}, other.connection);
    await clock.settle();
    expect(calls).toHaveLength(1);
    expect(other.calls.map(({ entries }) => entries.map(idOf))).toEqual([[2]]);
  });

  it('leaves no timer behind', async () => {
    const { clock, putMany } = setUp();
    putMany(1, 3);
    await clock.advance(100);
    expect(clock.timers).toBe(0);
  });
});

describe('what becomes of entries', () => {
  it('gives each entry of a call its own result', async () => {
    const { clock, putMany, results } = setUp(() => ({ codes: [undefined, 'MalformedDetail'] }));
    putMany(1, 3);
    await clock.advance(20);
    expect([1, 2, 3].map((id) => told(results.get(id)))).toEqual(['accepted', 'MalformedDetail', 'accepted']);
  });

  it('sends only the entries again that AWS says may be, after a wait', async () => {
    const fates: Fate[] = [{ codes: [undefined, 'ThrottlingException', 'AccessDeniedException', 'InternalFailure'] }];
    const { clock, putMany, sent, results } = setUp(() => fates.shift() ?? {});
    putMany(1, 4);
    await clock.advance(1000);
    expect(sent()).toEqual([
      [0, [1, 2, 3, 4]],
      // Half of the bound of 50 ms after 20 ms of service, half of 1,000 ms for throttling.
      [45, [4]],
      [520, [2]],
    ]);
    expect([1, 2, 3, 4].map((id) => told(results.get(id)))).toEqual([
      'accepted',
      'accepted',
      'AccessDeniedException',
      'accepted',
    ]);
  });

  it('takes an answer that leaves an entry out as a failure of AWS', async () => {
    const { clock, put, connection, calls, results } = setUp();
    const empty = { requestId: '', httpStatusCode: 200, headers: [], failedEntryCount: 0, entries: [] };
    let tries = 0;
    const silent: PutEventsConnection = {
      putEvents: (...call) => ((tries += 1) === 1 ? Promise.resolve(empty) : connection.putEvents(...call)),
    };
    put(1, 0, {}, silent);
    await clock.advance(1000);
    expect(calls).toHaveLength(1);
    expect(told(results.get(1))).toBe('accepted');
  });

  it('gives up after the allowed attempts, with the last answer', async () => {
    const { clock, put, calls, results } = setUp(() => ({ codes: ['ThrottlingException'] }), { maxAttempts: 3 });
    put(1);
    await clock.advance(60_000);
    expect(calls).toHaveLength(3);
    expect(told(results.get(1))).toBe('ThrottlingException');
  });

  it('tries a call again whose connection broke', async () => {
    const fates: Fate[] = [{ failure: 'transient' }, { failure: 'throttled' }];
    const { clock, putMany, sent, results } = setUp(() => fates.shift() ?? {});
    putMany(1, 2);
    await clock.advance(2000);
    expect(sent().map(([, ids]) => ids)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(results.get(2)).toMatchObject({ kind: 'answered', calls: 3 });
  });

  it('fails all entries of a call that is refused, and tries nothing again', async () => {
    const { clock, putMany, calls, results } = setUp(() => ({ failure: 'refused' }));
    putMany(1, 2);
    await clock.advance(60_000);
    expect(calls).toHaveLength(1);
    expect([told(results.get(1)), told(results.get(2))]).toEqual(['refused', 'refused']);
  });

  it.each(['tooLarge', 'invalid'] as const)('finds the one entry that makes a call %s', async (failure) => {
    const spoilt = 7;
    const { clock, putMany, calls, results } = setUp(({ entries }) =>
      entries.some((entry) => idOf(entry) === spoilt) ? { failure } : {},
    );
    putMany(1, 10);
    await clock.advance(1000);
    expect(told(results.get(spoilt))).toBe(failure);
    expect([...results.values()].filter((result) => told(result) === 'accepted')).toHaveLength(9);
    expect(
      calls.filter(({ entries }) => entries.length === 1 && entries.some((own) => idOf(own) === spoilt)),
    ).toHaveLength(1);
  });

  it.each([
    ['bus', 'EventBusName'],
    ['source', 'Source'],
    ['detail type', 'DetailType'],
  ] as const)('fails only the entries of the %s that a refused call may not send', async (_, member) => {
    const spoilt = [3, 7];
    const isSpoilt = (entry: PutEventsEntry): boolean => entry[member] === 'closed';
    const { clock, batcher, connection, calls, results, putMany } = setUp(({ entries }) =>
      entries.some(isSpoilt) ? { failure: 'denied' } : {},
    );
    const deadlineMs = clock.nowMs() + 60_000;
    for (const id of spoilt) {
      const entry = { ...modelEntry(id), [member]: 'closed' };
      void batcher.put(connection, entry, { deadlineMs }).then((result) => results.set(id, result));
    }
    putMany(11, 18);
    await clock.advance(1000);
    expect(spoilt.map((id) => told(results.get(id)))).toEqual(['denied', 'denied']);
    expect([...results.values()].filter((result) => told(result) === 'accepted')).toHaveLength(8);
    // All ten, then those that may not be sent and those that may.
    expect(calls.map(({ entries }) => entries.length)).toEqual([10, 2, 8]);
  });

  it('sends no call again that is refused for what all of its entries name', async () => {
    const { clock, putMany, calls, results } = setUp(() => ({ failure: 'denied' }));
    putMany(1, 10);
    await clock.advance(1000);
    expect(calls).toHaveLength(1);
    expect(told(results.get(10))).toBe('denied');
  });

  it('never sends an entry that is too large by itself', async () => {
    const { clock, put, calls, results } = setUp(undefined, { maxCallBytes: 1000 });
    put(1, 1000);
    await clock.advance(1000);
    expect(calls).toHaveLength(0);
    expect(results.get(1)).toMatchObject({ kind: 'failed', calls: 0, failure: { kind: 'tooLarge' } });
  });

  it('counts a rejection of any other kind as refused', async () => {
    const { clock, put, results } = setUp();
    const broken: PutEventsConnection = { putEvents: () => Promise.reject(new Error('broken')) };
    put(1, 0, {}, broken);
    await clock.advance(1000);
    expect(told(results.get(1))).toBe('refused');
  });
});

describe('credentials', () => {
  it('refreshes them once for all and sends again when they are over', async () => {
    let refreshed = 0;
    const { clock, putMany, put, connection, results } = setUp(() =>
      refreshed === 0 ? { failure: 'credentialsExpired' } : {},
    );
    const withRefresh = { ...connection, refreshCredentials: () => Promise.resolve((refreshed += 1)) };
    for (let id = 1; id <= 25; id++) put(id, 0, {}, withRefresh);
    putMany(100, 100);
    await clock.advance(1000);
    expect(refreshed).toBe(1);
    expect(told(results.get(25))).toBe('accepted');
    expect(told(results.get(100))).toBe('credentialsExpired');
  });

  it('fails where they are over again after that', async () => {
    let refreshed = 0;
    const { clock, put, connection, calls, results } = setUp(() => ({ failure: 'credentialsExpired' }));
    put(1, 0, {}, { ...connection, refreshCredentials: () => Promise.resolve((refreshed += 1)) });
    await clock.advance(1000);
    expect([refreshed, calls.length, told(results.get(1))]).toEqual([1, 2, 'credentialsExpired']);
  });

  it('fails where there are no new ones', async () => {
    const { clock, put, connection, results } = setUp(() => ({ failure: 'credentialsExpired' }));
    put(1, 0, {}, { ...connection, refreshCredentials: () => Promise.reject(new Error('gone')) });
    await clock.advance(1000);
    expect(told(results.get(1))).toBe('credentialsExpired');
  });

  it('sends nothing before the connection is prepared, and nothing whose time is over by then', async () => {
    const { clock, put, connection, sent, results } = setUp();
    let prepared = false;
    const prepare = () =>
      prepared
        ? undefined
        : new Promise<void>((resolve) => {
            clock.after(2000, () => {
              prepared = true;
              resolve();
            });
          });
    put(1, 0, { deadlineMs: clock.nowMs() + 1000 }, { ...connection, prepare });
    put(2, 0, {}, { ...connection, prepare });
    const both = { ...connection, prepare };
    put(3, 0, { deadlineMs: clock.nowMs() + 1000 }, both);
    put(4, 0, {}, both);
    await clock.advance(3000);
    expect(sent().map(([, ids]) => ids)).toEqual([[2], [4]]);
    expect(results.get(3)).toEqual({ kind: 'deadline', calls: 0 });
  });

  it('fails the waiting entries where preparation fails, and prepares again for the next', async () => {
    const { clock, put, connection, results } = setUp();
    let tries = 0;
    const prepare = () =>
      (tries += 1) === 1 ? Promise.reject(new CallFailure('invalid', new Error('no credentials'))) : undefined;
    const flaky = { ...connection, prepare };
    put(1, 0, {}, flaky);
    put(2, 0, {}, flaky);
    await clock.advance(100);
    put(3, 0, {}, flaky);
    await clock.advance(100);
    expect([1, 2, 3].map((id) => told(results.get(id)))).toEqual(['invalid', 'invalid', 'accepted']);
  });
});
