import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from './batcher.ts';
import type { CallFailureKind, EntryResult } from './call.ts';
import { createModelEndpoint, idOf, modelEntry, type Fate, type ModelCall } from './test/model-endpoint.ts';
import { ModelClock } from './test/model-clock.ts';

const MARGIN_MS = 50;
const MAX_CALL_BYTES = 2000;
const MAX_CALLS = 3;

interface Put {
  readonly waitMs: number;
  readonly bytes: number;
  readonly timeMs: number;
  /** After which the caller gives up; 0: never. */
  readonly giveUpMs: number;
}

const put: fc.Arbitrary<Put> = fc.record({
  waitMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(30)),
  bytes: fc.oneof({ weight: 4, arbitrary: fc.constant(10) }, fc.nat(MAX_CALL_BYTES + 50)),
  timeMs: fc.oneof({ weight: 3, arbitrary: fc.constant(60_000) }, fc.nat(3000)),
  giveUpMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(200)),
});

const failures: CallFailureKind[] = [
  'throttled',
  'transient',
  'credentialsExpired',
  'tooLarge',
  'invalid',
  'denied',
  'refused',
];

const code = fc.constantFrom(undefined, undefined, 'ThrottlingException', 'InternalFailure', 'MalformedDetail', 'New');

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ serviceMs: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ serviceMs: fc.nat(100), codes: fc.array(code, { maxLength: 10 }) }) },
  { weight: 1, arbitrary: fc.record({ serviceMs: fc.nat(5000), failure: fc.constantFrom(...failures) }) },
);

const run = fc.record({
  puts: fc.array(put, { minLength: 1, maxLength: 60 }),
  fates: fc.array(fate, { maxLength: 40 }),
  draws: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
  lingerMs: fc.nat(10),
  refreshes: fc.boolean(),
});

interface Sent {
  readonly put: Put;
  readonly deadlineMs: number;
  readonly results: EntryResult[];
}

/** Plays a run to its end. Each call has the next fate; when they are used up, calls succeed. */
async function play({ puts, fates, draws, lingerMs, refreshes }: typeof run extends fc.Arbitrary<infer T> ? T : never) {
  const clock = new ModelClock();
  const { calls, connection } = createModelEndpoint(clock, () => fates[calls.length] ?? {});
  let draw = 0;
  const batcher = createBatcher({
    clock,
    random: () => draws[(draw += 1) % draws.length] ?? 0,
    marginMs: MARGIN_MS,
    maxCallBytes: MAX_CALL_BYTES,
    maxCallsInFlight: MAX_CALLS,
    lingerMs,
  });
  const to = refreshes ? { ...connection, refreshCredentials: () => Promise.resolve() } : connection;
  const sent: Sent[] = [];
  for (const [id, one] of puts.entries()) {
    await clock.advance(one.waitMs);
    const deadlineMs = clock.nowMs() + one.timeMs;
    const results: EntryResult[] = [];
    const giveUp = new AbortController();
    if (one.giveUpMs > 0) clock.after(one.giveUpMs, () => giveUp.abort());
    void batcher
      .put(to, modelEntry(id, one.bytes), { deadlineMs, signal: giveUp.signal })
      .then((result) => results.push(result));
    sent.push({ put: one, deadlineMs, results });
  }
  await clock.advance(70_000);
  return { clock, batcher, calls, sent };
}

/** Of each entry the calls that carried it, in their order. */
function callsOf(calls: readonly ModelCall[]): Map<number, ModelCall[]> {
  const own = new Map<number, ModelCall[]>();
  for (const call of calls)
    for (const entry of call.entries) own.set(idOf(entry), [...(own.get(idOf(entry)) ?? []), call]);
  return own;
}

describe('whatever is put and whatever AWS does', () => {
  it('each put ends exactly once, and nothing is left behind', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { clock, batcher, sent } = await play(input);
        for (const { results } of sent) expect(results).toHaveLength(1);
        expect([batcher.waitingEntries, batcher.waitingBytes, clock.timers]).toEqual([0, 0, 0]);
      }),
    );
  });

  it('a call has at most 10 entries, stays below the byte limit, and at most so many are under way', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { calls } = await play(input);
        for (const { entries, inFlight } of calls) {
          const bytes = entries.reduce(
            (sum, { Source, DetailType, Detail }) => sum + (Source + DetailType + Detail).length,
            0,
          );
          expect(entries.length).toBeGreaterThan(0);
          expect(entries.length).toBeLessThanOrEqual(10);
          expect(bytes).toBeLessThan(MAX_CALL_BYTES);
          expect(inFlight).toBeLessThanOrEqual(MAX_CALLS);
        }
      }),
    );
  });

  it('nothing is sent after its deadline, less the margin, or after its put has ended', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { calls, sent } = await play(input);
        for (const [id, own] of callsOf(calls)) {
          const { deadlineMs, results } = sent[id] ?? expect.fail();
          for (const { atMs } of own) expect(atMs).toBeLessThan(deadlineMs - MARGIN_MS);
          expect(results[0]?.calls).toBe(own.length);
        }
      }),
    );
  });

  it('first tries keep the order of the puts', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { calls } = await play(input);
        const first = [...callsOf(calls).keys()];
        expect(first).toEqual([...first].sort((a, b) => a - b));
      }),
    );
  });

  it('an entry that ends as accepted was accepted, by its own last call, and was not sent again', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (input) => {
        const { calls, sent } = await play(input);
        const own = callsOf(calls);
        for (const [id, { results }] of sent.entries()) {
          const [result] = results;
          if (result?.kind !== 'answered') continue;
          const last = own.get(id)?.at(-1);
          expect(result.result).toBe(last?.result);
          expect(last?.entries[result.index]).toEqual(modelEntry(id, sent[id]?.put.bytes));
        }
        for (const [id, ownCalls] of own) {
          const accepted = ownCalls.findIndex(({ entries, result }) =>
            result?.entries.some(({ eventId }, i) => eventId !== undefined && idOf(entries[i] ?? expect.fail()) === id),
          );
          if (accepted >= 0) expect(accepted).toBe(ownCalls.length - 1);
        }
      }),
    );
  });
});

describe('on a connection without trouble', () => {
  it('a burst of n entries takes ceil(n / 10) calls, at once where the calls under way allow it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: MAX_CALLS * 10 }), async (entries) => {
        const clock = new ModelClock();
        const { calls, connection } = createModelEndpoint(clock);
        const batcher = createBatcher({ clock, maxCallsInFlight: MAX_CALLS });
        for (let id = 0; id < entries; id++) {
          void batcher.put(connection, modelEntry(id), { deadlineMs: clock.nowMs() + 60_000 });
        }
        await clock.settle();
        expect(calls).toHaveLength(Math.ceil(entries / 10));
      }),
    );
  });

  it('no entry waits longer than the linger while calls are allowed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), fc.nat(10), async (waits, lingerMs) => {
        const clock = new ModelClock();
        const { calls, connection } = createModelEndpoint(clock);
        const batcher = createBatcher({ clock, lingerMs });
        const putAt: number[] = [];
        for (const [id, waitMs] of waits.entries()) {
          await clock.advance(waitMs);
          putAt.push(clock.nowMs());
          void batcher.put(connection, modelEntry(id), { deadlineMs: clock.nowMs() + 60_000 });
        }
        await clock.advance(1000);
        for (const [id, [call]] of callsOf(calls)) {
          expect((call?.atMs ?? NaN) - (putAt[id] ?? NaN)).toBeLessThanOrEqual(lingerMs);
        }
      }),
    );
  });

  it('an event on an idle batcher is sent in the turn in which it is put', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 25, max: 1000 }), { minLength: 1, maxLength: 10 }), async (waits) => {
        const clock = new ModelClock();
        const { calls, connection } = createModelEndpoint(clock);
        const batcher = createBatcher({ clock });
        for (const [id, waitMs] of waits.entries()) {
          await clock.advance(waitMs);
          const nowMs = clock.nowMs();
          void batcher.put(connection, modelEntry(id), { deadlineMs: nowMs + 60_000 });
          await clock.settle();
          expect(calls.at(-1)).toMatchObject({ atMs: nowMs, entries: [modelEntry(id)] });
        }
      }),
    );
  });
});
