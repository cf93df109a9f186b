import type { EngineRecord } from './records.ts';

/** A running engine, whichever it is. */
export interface Engine {
  /** For titles and tables, for example `in-memory engine 8.8.21`. */
  readonly name: string;
  /** `host:port` of the gRPC gateway. */
  readonly grpcAddress: string;
  /** Leaves the engine; ends it where it was started for the tests. */
  close(): Promise<void>;
}

/** An engine of the tests' own: it tells what it does, and time is theirs. */
export interface TestEngine extends Engine {
  /** What the engine did so far, in order; nothing unless it was started with records. */
  records(): readonly EngineRecord[];
  /** The first record that matches, there already or yet to come; `what` names it when it does not come. */
  waitForRecord(matches: (record: EngineRecord) => boolean, what: string, withinMs?: number): Promise<EngineRecord>;
  /** Instances that have finished so far. */
  finishedInstances(): Promise<number>;
  /** Moves the engine's clock forward, so that its timers and deadlines are due. */
  moveClock(byMs: number): Promise<void>;
}

/** How long each move of a clock has to show its effect before the next; much longer than it takes, on a busy machine too. */
const EFFECT_WITHIN_MS = [5_000, 15_000, 30_000, 60_000, 60_000];

/**
 * Moves an engine's clock until a record shows the effect. One move can be lost: what the engine schedules at that very
 * moment is due only so much real time later.
 */
export async function moveClockUntil(
  engine: TestEngine,
  byMs: number,
  matches: (record: EngineRecord) => boolean,
  what: string,
): Promise<EngineRecord> {
  for (const withinMs of EFFECT_WITHIN_MS) {
    await engine.moveClock(byMs);
    try {
      return await engine.waitForRecord(matches, what, withinMs);
    } catch {
      // The next move may show it.
    }
  }
  return engine.waitForRecord(matches, what);
}
