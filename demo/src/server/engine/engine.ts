import type { JsonObject } from '@eventbridge-kit/issue';

/** One thing that an engine did, as its own log has it. */
export interface EngineRecord {
  readonly recordType: string;
  /** Kind of thing, for example `JOB` or `INCIDENT`. */
  readonly valueType: string;
  /** What happened to it, for example `CREATED`. */
  readonly intent: string;
  readonly value: JsonObject;
}

/** An engine that the demo can use. */
export interface DemoEngine {
  /** For people, for example `in-memory engine 8.8.21 at grpc://127.0.0.1:26500`. */
  readonly name: string;
  /** Address of its gateway, `grpc://` or `grpcs://`. */
  readonly grpcAddress: string;
  /** Calls the listener for each thing that the engine does; the returned function ends that. Absent: it does not tell. */
  readonly subscribe?: (listener: (record: EngineRecord) => void) => () => void;
  /** False where the engine pushes no jobs. */
  readonly jobStreaming: boolean;
  close(): Promise<void>;
}
