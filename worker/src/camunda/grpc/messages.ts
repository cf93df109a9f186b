/** The messages of Camunda's `zeebe.proto` that the worker reads; 64-bit numbers come as text. */
export interface ActivatedJobMessage {
  readonly key: string;
  readonly type: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
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
