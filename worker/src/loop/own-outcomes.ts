import { thrownName } from '@eventbridge-kit/issue';
import type { FailOutcome } from '@eventbridge-kit/connector';
import type { CamundaError } from '../camunda/camunda-error.ts';
import type { ActivatedJob } from '../camunda/job-port.ts';

/** Outcomes that the loop itself gives, because the work could not. */
function fail(message: string, retries: number): FailOutcome {
  return { type: 'fail', message, retries: Math.max(0, retries), retryBackoffMs: 0, variables: {} };
}

/** The worker stops: another one takes the job, no retry is used. */
export function givenBack(job: ActivatedJob): FailOutcome {
  return fail('The worker was stopped before the job was done. No retry was used.', job.retries);
}

/** The work did not end when it had to. */
export function outOfTime(job: ActivatedJob): FailOutcome {
  return fail(
    "The job's time was over before the work ended. Whether the event was accepted is not known. " +
      'Set a longer job timeout in the header jobTimeout, for example PT2M.',
    job.retries - 1,
  );
}

/** A mistake in the worker itself. Its message may quote data, so only its name is shown. */
export function crashed(job: ActivatedJob, error: unknown): FailOutcome {
  return fail(`The worker failed unexpectedly (${thrownName(error)}). See its log.`, job.retries - 1);
}

/** The engine will never take the outcome: an incident shows it, instead of a job that is done over and over. */
export function unacceptable(error: CamundaError): FailOutcome {
  return fail(
    `Camunda refused the job's result (${error.code}): ${error.message}. The event may have been accepted already: ` +
      'look before you raise the retries.',
    0,
  );
}
