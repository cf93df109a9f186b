import type { EngineRecord } from './records.ts';

/** A running engine, whichever it is. */
export interface Engine {
  /** For titles and tables, for example `broker 8.6.0`. */
  readonly name: string;
  /** `host:port` of the gRPC gateway. */
  readonly grpcAddress: string;
  /** Base address of the REST gateway; the in-memory engine has none. */
  readonly restAddress?: string;
  /** What the engine did so far, in order. */
  records(): readonly EngineRecord[];
  /**
   * The first record that matches, there already or yet to come; `what` names it when it does not come within
   * `withinMs`, default 30,000.
   */
  waitForRecord(matches: (record: EngineRecord) => boolean, what: string, withinMs?: number): Promise<EngineRecord>;
  /** Moves the engine's clock forward, so that its timers and deadlines are due. */
  moveClock(byMs: number): Promise<void>;
  /** Ends the engine and removes its data. */
  close(): Promise<void>;
}

/** How long a moved clock has to show its effect, and how often it is moved again. */
const EFFECT_WITHIN_MS = 2_000;
const MAX_MOVES = 10;

/**
 * Moves an engine's clock until a record shows the effect. One move can be lost: what the engine schedules at that very
 * moment is due only so much real time later.
 */
export async function moveClockUntil(
  engine: Engine,
  byMs: number,
  matches: (record: EngineRecord) => boolean,
  what: string,
): Promise<EngineRecord> {
  for (let move = 1; ; move += 1) {
    await engine.moveClock(byMs);
    try {
      return await engine.waitForRecord(matches, what, EFFECT_WITHIN_MS);
    } catch (error) {
      if (move === MAX_MOVES) throw error;
    }
  }
}

/** An engine that keeps its data when it is gone. */
export interface DurableEngine extends Engine {
  readonly restAddress: string;
  /** Ends the engine at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and the same ports. */
  restart(): Promise<void>;
}
