import { inputError, type ConnectorError } from '@eventbridge-kit/connector';
import type { Issue, Json } from '@eventbridge-kit/issue';

/** What one step of a job gave: a value for the next step, or the failure that ends the job. */
export type StepDone<Value> = StepOk<Value> | StepFailed;

export interface StepOk<Value> {
  readonly ok: true;
  readonly value: Value;
  /** What a trace shows of it; the trace masks secrets. Called only when somebody looks. */
  readonly show: () => Json;
  /** Warnings and information. */
  readonly issues?: readonly Issue[];
}

export interface StepFailed {
  readonly ok: false;
  readonly error: ConnectorError;
  readonly issues: readonly Issue[];
  readonly show?: () => Json;
}

/** A step that a wrong value ends: the job gets 0 retries. */
export function wrongInput(issues: readonly Issue[], show?: () => Json): StepFailed {
  return { ok: false, error: inputError(issues), issues, ...(show && { show }) };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
