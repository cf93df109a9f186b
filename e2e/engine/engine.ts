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
  /** The first record that matches, there already or yet to come; `what` names it when it does not come. */
  waitForRecord(matches: (record: EngineRecord) => boolean, what: string): Promise<EngineRecord>;
  /** Moves the engine's clock forward, so that its timers and deadlines are due. */
  moveClock(byMs: number): Promise<void>;
  /** Ends the engine and removes its data. */
  close(): Promise<void>;
}

/** An engine that keeps its data when it is gone. */
export interface DurableEngine extends Engine {
  readonly restAddress: string;
  /** Ends the engine at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and the same ports. */
  restart(): Promise<void>;
}
