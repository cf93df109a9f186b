import type { CamundaError } from '../camunda-error.ts';

/** Carries failures through the client, which knows HTTP answers alone and makes an error of its own of all else. */
export interface Failures {
  /** The answer that stands for a failure. */
  toResponse(failure: CamundaError): Response;
  /** The failure that the client's error stands for; undefined: the error is about an answer of the gateway. */
  take(error: unknown): CamundaError | undefined;
}

/** A status that no gateway gives. */
const NO_ANSWER = 599;

export function createFailures(): Failures {
  const failures = new Map<string, CamundaError>();
  let count = 0;
  return {
    toResponse: (failure) => {
      count += 1;
      const instance = String(count);
      failures.set(instance, failure);
      return Response.json({ status: NO_ANSWER, title: failure.code, instance }, { status: NO_ANSWER });
    },
    take: (error) => {
      if (!(error instanceof Error) || !('instance' in error) || typeof error.instance !== 'string') return undefined;
      const failure = failures.get(error.instance);
      failures.delete(error.instance);
      return failure;
    },
  };
}
