import { inputError, type ConnectorError } from '@eventbridge-kit/connector';
import type { Issue, Json } from '@eventbridge-kit/issue';

/** Result of one step of a job: a value for the next step, or the failure that ends the job. */
export type StepDone<Value> = StepOk<Value> | StepFailed;

export interface StepOk<Value> {
  readonly ok: true;
  readonly value: Value;
  /** What the trace shows, before secrets are masked. Called only where somebody reads traces. */
  readonly show: () => Json;
  /** Warnings and information. */
  readonly issues?: readonly Issue[];
}

interface StepFailed {
  readonly ok: false;
  readonly error: ConnectorError;
  readonly issues: readonly Issue[];
  readonly show?: () => Json;
}

/** A step that failed because of wrong values: the job gets 0 retries. */
export function wrongInput(issues: readonly Issue[]): StepFailed {
  return { ok: false, error: inputError(issues), issues };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** The issues, and for each field with an error what else is known about that field. */
export function withNotes(issues: readonly Issue[], notes: readonly Issue[]): Issue[] {
  const fields = new Set(issues.filter(({ severity }) => severity === 'error').map(({ field }) => field));
  return [...issues, ...notes.filter(({ field }) => fields.has(field))];
}
