import type { JobTrace, AbortLike } from '@eventbridge-kit/event-job';
import { thrownName } from '@eventbridge-kit/issue';
import type { Outcome } from '@eventbridge-kit/connector';
import { isGone, toCamundaError } from '../camunda/camunda-error.ts';
import type { ActivatedJob, JobCommands } from '../camunda/job-port.ts';
import type { Log } from '../runtime/log.ts';
import { JobLease, type Renewal } from './job-lease.ts';
import type { JobReport, Settlement } from './job-report.ts';
import { crashed, givenBack, outOfTime, unacceptable } from './own-outcomes.ts';
import { retryCommand, type RetryDeps } from './retry-command.ts';

/** What the work of a job may use beside the job itself. */
export interface WorkContext {
  /** Aborts when the job's time is nearly over or the worker must end. */
  readonly signal: AbortLike;
  /** From this moment on nothing may be sent, in milliseconds since 1970; it moves to later when the job is given more time. */
  readonly sendUntilMs: () => number;
  /** Sets the job's timeout anew; false: the job is no longer this worker's, it must not run. */
  extend(timeoutMs: number): Promise<boolean>;
}

/** Does a job. A trace without an outcome: the job was gone before the work began. */
export type Work = (job: ActivatedJob, context: WorkContext) => Promise<JobTrace>;

export interface SettleDeps extends RetryDeps {
  readonly commands: JobCommands;
  readonly work: Work;
  readonly log: Log;
  /** How long a job belongs to this worker when it is activated, in milliseconds. */
  readonly jobTimeoutMs: number;
  /** Aborts when unfinished jobs must be given back. */
  readonly giveBack: AbortLike;
}

/** How the work ended; no outcome: the job is gone. */
interface WorkEnd {
  readonly trace?: JobTrace;
  readonly outcome: Outcome | undefined;
}

/** So often more time is asked for while the work lasts: a job belongs to this worker at most three times its timeout. */
const MAX_RENEWALS = 2;

/** A job may have waited for this part of its time before it is read. */
const STALE = 0.25;

/**
 * Takes one activated job to its end: runs the work, then sends exactly one outcome. The work is stopped before the
 * job's time is over, and when the worker must end; then the job is failed with a retry, or given back. A job that may
 * have waited for long before it was read gets its time anew, or does not run.
 */
export async function settleJob(job: ActivatedJob, activatedAtMs: number, deps: SettleDeps): Promise<JobReport> {
  const { clock, giveBack, commands } = deps;
  const startedMs = clock.nowMs();
  const lease = new JobLease({
    clock,
    fromMs: activatedAtMs,
    timeoutMs: deps.jobTimeoutMs,
    maxRenewals: MAX_RENEWALS,
    renew: (timeoutMs) => renew(commands, job.key, timeoutMs),
  });
  /** Ends the wait for the work. */
  let interrupt: ((end: WorkEnd) => void) | undefined;
  const stop = (): void => {
    lease.endWork();
    interrupt?.({ outcome: givenBack(job) });
  };
  giveBack.addEventListener('abort', stop);
  if (giveBack.aborted) stop();

  const retry = (send: () => Promise<void>): ReturnType<typeof retryCommand> =>
    retryCommand(send, () => lease.deadlineMs, deps);

  const extend = async (timeoutMs: number): Promise<boolean> => {
    let askedAtMs = 0;
    const { status } = await retry(() => {
      askedAtMs = clock.nowMs();
      return commands.extend(job.key, timeoutMs);
    });
    if (status === 'accepted') lease.extended(timeoutMs, askedAtMs);
    return status === 'accepted';
  };

  const end = async (outcome: Outcome): Promise<{ outcome: Outcome; settlement: Settlement }> => {
    const result = await retry(() => sendOutcome(commands, job.key, outcome));
    if (result.status !== 'refused') return { outcome, settlement: result.status };
    // To fail it now would end another worker's try of it by an incident.
    if (isGone(result.error)) return { outcome, settlement: 'gone' };
    if (outcome.type === 'fail') return { outcome, settlement: 'refused' };
    const incident = unacceptable(result.error);
    const second = await retry(() => commands.fail(job.key, incident));
    return second.status === 'accepted'
      ? { outcome: incident, settlement: 'accepted' }
      : { outcome, settlement: 'refused' };
  };

  const context = { signal: lease.endOfWork, sendUntilMs: () => lease.sendUntilMs, extend };
  try {
    if (startedMs - activatedAtMs > deps.jobTimeoutMs * STALE && !(await extend(deps.jobTimeoutMs))) {
      return { job, settlement: 'gone', durationMs: clock.nowMs() - startedMs };
    }
    const { trace, outcome } = await new Promise<WorkEnd>((resolve) => {
      void runSafely(job, deps, context).then(resolve);
      interrupt = resolve;
      lease.endOfPatience.addEventListener('abort', () => resolve({ outcome: outOfTime(job) }));
      if (giveBack.aborted) resolve({ outcome: givenBack(job) });
      else if (lease.endOfPatience.aborted) resolve({ outcome: outOfTime(job) });
    });
    lease.release();
    const ended = outcome === undefined ? { settlement: 'gone' as const } : await end(outcome);
    return { job, ...(trace && { trace }), ...ended, durationMs: clock.nowMs() - startedMs };
  } finally {
    lease.release();
    giveBack.removeEventListener('abort', stop);
  }
}

/** Sends the one command that an outcome stands for. */
function sendOutcome(commands: JobCommands, jobKey: string, outcome: Outcome): Promise<void> {
  switch (outcome.type) {
    case 'complete':
      return commands.complete(jobKey, outcome.variables);
    case 'fail':
      return commands.fail(jobKey, outcome);
    case 'bpmnError':
      return commands.throwError(jobKey, outcome);
    default:
      return outcome satisfies never;
  }
}

/** One try: the lease knows when to ask again. */
async function renew(commands: JobCommands, jobKey: string, timeoutMs: number): Promise<Renewal> {
  try {
    await commands.extend(jobKey, timeoutMs);
    return 'renewed';
  } catch (thrown) {
    return toCamundaError(thrown).kind === 'notFound' ? 'gone' : 'failed';
  }
}

async function runSafely(job: ActivatedJob, { work, log }: SettleDeps, context: WorkContext): Promise<WorkEnd> {
  try {
    const trace = await work(job, context);
    return { trace, outcome: trace.outcome };
  } catch (error) {
    log.error(
      { jobKey: job.key, processId: job.processId, elementId: job.elementId, frames: framesOf(error) },
      `A job failed in the worker itself (${thrownName(error)})`,
    );
    return { outcome: crashed(job, error) };
  }
}

/** The places of a stack without its message, which may quote data. */
function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
