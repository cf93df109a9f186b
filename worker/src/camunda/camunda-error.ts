/**
 * What an answer of Camunda means for the worker, whatever the protocol:
 * - `notFound`: the job is gone (completed, cancelled, or given to another worker that ended it);
 * - `rejected`: this command will never be accepted;
 * - `backPressure`: the engine is busy, try again later;
 * - `unauthorized`: the credentials or permissions are wrong;
 * - `unavailable`: no answer, or one that another try may mend.
 */
export type CamundaErrorKind = 'notFound' | 'rejected' | 'backPressure' | 'unauthorized' | 'unavailable';

/** A command or an activation that Camunda did not accept. */
export class CamundaError extends Error {
  readonly kind: CamundaErrorKind;
  /** The protocol's own name of the answer, for example `NOT_FOUND`. */
  readonly code: string;

  constructor(kind: CamundaErrorKind, code: string, message: string) {
    super(message);
    this.name = 'CamundaError';
    this.kind = kind;
    this.code = code;
  }
}

/** Any thrown value as a `CamundaError`; what is none counts as unavailable, since another try may mend it. */
export function toCamundaError(error: unknown): CamundaError {
  if (error instanceof CamundaError) return error;
  return new CamundaError('unavailable', 'UNKNOWN', error instanceof Error ? error.message : String(error));
}
