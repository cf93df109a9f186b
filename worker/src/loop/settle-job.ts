import type { JobTrace, Outcome } from '@eventbridge-kit/connector';
import type { ActivatedJob, JobCommands } from '../camunda/job-port.ts';
import { createAlarm } from '../world/alarm.ts';
import { firstOf } from '../world/first-of.ts';
import type { Log } from '../world/log.ts';
import type { JobReport, Settlement } from './job-report.ts';
import { sendOutcome } from './outcome-command.ts';
import { crashed, givenBack, outOfTime, unacceptable } from './own-outcomes.ts';
import { retryCommand, type RetryDeps } from './retry-command.ts';

/** What the work of a job may use beside the job itself. */
export interface WorkContext {
  /** Aborts when the job's time is nearly over or the worker must end. */
  readonly signal: AbortSignal;
  /** Sets the job's timeout anew; false: the job is no longer this worker's, it must not run. */
  extend(timeoutMs: number): Promise<boolean>;
}

/** Does a job. A trace without an outcome says that the job was gone before the work began. */
export type Work = (job: ActivatedJob, context: WorkContext) => Promise<JobTrace>;

export interface SettleDeps extends RetryDeps {
  readonly commands: JobCommands;
  readonly work: Work;
  readonly log: Log;
  /** How long a job belongs to this worker when it is activated, in milliseconds. */
  readonly jobTimeoutMs: number;
  /** Aborts when unfinished jobs must be given back. */
  readonly giveBack: AbortSignal;
}

/** How the work ended; no outcome: the job is gone. */
interface WorkEnd {
  readonly trace?: JobTrace;
  readonly outcome: Outcome | undefined;
}

/** At most so much of a job's time is kept for its outcome command, in milliseconds; a quarter where that is less. */
const MAX_MARGIN_MS = 2_000;

const marginMs = (timeoutMs: number): number => Math.min(MAX_MARGIN_MS, timeoutMs / 4);

/**
 * Takes one activated job to its end: runs the work, then sends exactly one outcome. The work is stopped before the
 * job's time is over, and when the worker must end; then the job is failed with a retry, or given back.
 *
 * The deadline is counted from the activation by our own clock. The engine's time stamp is not used: the clocks of two
 * machines differ.
 */
export async function settleJob(job: ActivatedJob, deps: SettleDeps): Promise<JobReport> {
  const { clock, giveBack, commands } = deps;
  const startedMs = clock.nowMs();
  let deadlineMs = startedMs + deps.jobTimeoutMs;
  const endOfWork = createAlarm(clock, deadlineMs - marginMs(deps.jobTimeoutMs));
  const endOfPatience = createAlarm(clock, deadlineMs - marginMs(deps.jobTimeoutMs) / 2);
  const stop = (): void => endOfWork.ring();
  giveBack.addEventListener('abort', stop);
  if (giveBack.aborted) stop();

  const retry = (send: () => Promise<void>): ReturnType<typeof retryCommand> =>
    retryCommand(send, () => deadlineMs, deps);

  const extend = async (timeoutMs: number): Promise<boolean> => {
    const { status } = await retry(() => commands.extend(job.key, timeoutMs));
    if (status !== 'accepted') return false;
    deadlineMs = clock.nowMs() + timeoutMs;
    endOfWork.setAt(deadlineMs - marginMs(timeoutMs));
    endOfPatience.setAt(deadlineMs - marginMs(timeoutMs) / 2);
    return true;
  };

  const end = async (outcome: Outcome): Promise<{ outcome: Outcome; settlement: Settlement }> => {
    const result = await retry(() => sendOutcome(commands, job.key, outcome));
    if (result.status !== 'refused') return { outcome, settlement: result.status };
    if (result.error.kind === 'notFound') return { outcome, settlement: 'gone' };
    if (outcome.type === 'fail') return { outcome, settlement: 'refused' };
    const incident = unacceptable(result.error);
    const second = await retry(() => commands.fail(job.key, incident));
    return second.status === 'accepted'
      ? { outcome: incident, settlement: 'accepted' }
      : { outcome, settlement: 'refused' };
  };

  try {
    const { trace, outcome } = await firstOf<WorkEnd>(runSafely(job, deps, { signal: endOfWork.signal, extend }), [
      { signal: giveBack, value: () => ({ outcome: givenBack(job) }) },
      { signal: endOfPatience.signal, value: () => ({ outcome: outOfTime(job) }) },
    ]);
    const ended = outcome === undefined ? { settlement: 'gone' as const } : await end(outcome);
    return { job, ...(trace && { trace }), ...ended, durationMs: clock.nowMs() - startedMs };
  } finally {
    endOfWork.dispose();
    endOfPatience.dispose();
    giveBack.removeEventListener('abort', stop);
  }
}

async function runSafely(job: ActivatedJob, { work, log }: SettleDeps, context: WorkContext): Promise<WorkEnd> {
  try {
    const trace = await work(job, context);
    return { trace, outcome: trace.outcome };
  } catch (error) {
    log.error(
      { jobKey: job.key, processId: job.processId, elementId: job.elementId, frames: framesOf(error) },
      `A job failed in the worker itself (${error instanceof Error ? error.name : typeof error})`,
    );
    return { outcome: crashed(job, error) };
  }
}

/** The places of a stack without its message, which may quote data. */
function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
