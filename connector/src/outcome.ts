import type { JsonObject } from '@eventbridge-kit/issue';

/** The worker's only way to end a job. Every activated job gets exactly one. */
export type Outcome = CompleteOutcome | FailOutcome | BpmnErrorOutcome;

/** The job is done; the variables go to the process. */
interface CompleteOutcome {
  readonly type: 'complete';
  readonly variables: JsonObject;
}

/** The job failed; with 0 retries the engine raises an incident that shows the message. */
export interface FailOutcome {
  readonly type: 'fail';
  /** At most 6,000 characters, secrets masked. */
  readonly message: string;
  /** Retries left after this failure, 0 or more. */
  readonly retries: number;
  /** Wait before the next try, in milliseconds. */
  readonly retryBackoffMs: number;
  readonly variables: JsonObject;
}

/** A BPMN error for a boundary event or an event subprocess; it uses no retry. */
interface BpmnErrorOutcome {
  readonly type: 'bpmnError';
  readonly code: string;
  readonly message: string;
  readonly variables: JsonObject;
}
