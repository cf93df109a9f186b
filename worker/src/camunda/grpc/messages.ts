/** A 64-bit number as the library reads it: two signed halves. */
export interface Int64 {
  readonly high: number;
  readonly low: number;
}

/** The number as text: a JavaScript number would be rounded. */
export function int64Text({ high, low }: Int64): string {
  const unsignedLow = low >>> 0;
  // Keys of the first partitions are below 2^53, and a number is written many times as fast.
  if (high >= 0 && high < 0x20_0000) return String(high * 0x1_0000_0000 + unsignedLow);
  return String((BigInt(high) << 32n) + BigInt(unsignedLow));
}

/** The messages of Camunda's `zeebe.proto` that the worker reads. */
export interface ActivatedJobMessage {
  readonly key: Int64;
  readonly type: string;
  readonly processInstanceKey: Int64;
  readonly bpmnProcessId: string;
  readonly elementId: string;
  readonly elementInstanceKey: Int64;
  /** A JSON object. */
  readonly customHeaders: string;
  readonly retries: number;
  /** A JSON object. */
  readonly variables: string;
  readonly tenantId: string;
}

export interface ActivateJobsResponse {
  readonly jobs: readonly ActivatedJobMessage[];
}

export interface TopologyResponse {
  readonly gatewayVersion: string;
}
