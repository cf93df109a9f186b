import type { JsonObject } from '@eventbridge-kit/issue';

/** One job that the engine gave to this worker. */
export interface ActivatedJob {
  /** The engine's 64-bit key as text: a number would be rounded. */
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  /** The process' id as in the diagram. */
  readonly processId: string;
  readonly tenantId: string;
  /** Tries left, this one included. */
  readonly retries: number;
  /** The task headers of the diagram. */
  readonly headers: Readonly<Record<string, string>>;
  /** The variables that were asked for. */
  readonly variables: JsonObject;
}

export interface ActivateRequest {
  readonly type: string;
  /** Name of this worker, as operators see it. */
  readonly worker: string;
  /** For how long the jobs belong to this worker, in milliseconds. */
  readonly timeoutMs: number;
  /** At most so many jobs, 1 or more. */
  readonly maxJobs: number;
  /** Names of the variables to fetch; the rest stays in the engine. */
  readonly fetchVariables: readonly string[];
  /** Tenants to ask for; empty: the default tenant. */
  readonly tenantIds: readonly string[];
  /** How long the gateway may hold the request open until a job is there, in milliseconds; negative: not at all. */
  readonly requestTimeoutMs: number;
}

/** Which jobs the engine shall push. */
export type StreamRequest = Omit<ActivateRequest, 'maxJobs' | 'requestTimeoutMs'>;

/** What the worker knows about the cluster. */
export interface GatewayInfo {
  readonly gatewayVersion: string;
}

/** How an operator points the worker at a gateway, for messages. */
export interface GatewaySetting {
  /** Name of the environment variable with the address. */
  readonly variable: string;
  /** What the address must be, in words. */
  readonly wants: string;
}

/** Where jobs come from. Everything rejects with a `CamundaError`. */
export interface JobSource {
  /** Where the gateway is, for messages. */
  readonly address: string;
  readonly setting: GatewaySetting;
  /** Asks the gateway who it is: proof that it answers. */
  probe(): Promise<GatewayInfo>;
  /**
   * Fetches waiting jobs. Jobs that arrived before a failure are given, not lost: the failure then shows on the next
   * call. An abort ends the wait; jobs that came before it are given.
   */
  activate(request: ActivateRequest, signal?: AbortSignal): Promise<ActivatedJob[]>;
  /**
   * Jobs as they become ready, pushed by the engine; those that waited before it was opened are not among them. Ends
   * with the signal or when the gateway ends it, rejects with a `CamundaError`; a gateway that has no such call answers
   * `UNIMPLEMENTED`. A slow reader holds the engine back. Absent: the protocol has none, as REST.
   */
  readonly stream?: ((request: StreamRequest, signal: AbortSignal) => AsyncIterable<ActivatedJob>) | undefined;
}

export interface FailCommand {
  readonly retries: number;
  readonly message: string;
  readonly retryBackoffMs: number;
  readonly variables: JsonObject;
}

export interface ThrowErrorCommand {
  readonly code: string;
  readonly message: string;
  readonly variables: JsonObject;
}

/** How jobs end. Everything rejects with a `CamundaError`. */
export interface JobCommands {
  complete(jobKey: string, variables: JsonObject): Promise<void>;
  fail(jobKey: string, command: FailCommand): Promise<void>;
  throwError(jobKey: string, command: ThrowErrorCommand): Promise<void>;
  /** Sets the job's timeout anew, from now on, in milliseconds. */
  extend(jobKey: string, timeoutMs: number): Promise<void>;
}

/** A connection to Camunda, whatever its protocol. */
export interface CamundaConnection extends JobSource, JobCommands {
  /** Ends the connection; no call may follow. */
  close(): Promise<void>;
}
