import { isJsonObject, type Json } from '@eventbridge-kit/issue';
import type { JobRunEvent, Worker } from 'camunda-eventbridge-worker';
import type { RunEvent, RunRequest } from '../../run-events.ts';
import type { EngineClient } from './client.ts';
import { reasonOf } from './deploy-problem.ts';
import type { DemoEngine, EngineRecord } from './engine.ts';
import { InstanceLog } from './instance-log.ts';

export interface RunnerDeps {
  readonly engine: DemoEngine;
  readonly client: EngineClient;
  readonly worker: Pick<Worker, 'onJobRun'>;
  /** Job types that the worker serves. */
  readonly jobTypes: readonly string[];
}

export type Emit = (event: RunEvent) => void;

/** How long an engine that tells nothing of its instances is waited for, in milliseconds. */
const RESULT_WITHIN_MS = 60_000;

/**
 * Deploys a diagram, starts an instance and tells what happens to it until it ends or the signal aborts, which cancels the
 * instance. Never rejects: what goes wrong is told, too.
 */
export async function runProcess(
  request: RunRequest,
  deps: RunnerDeps,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const { client, engine } = deps;
  try {
    const version = await client.deploy(request.xml, request.processId);
    emit({ type: 'deployed', processId: request.processId, version });
    if (signal.aborted) return;
    if (engine.subscribe) await follow(request, deps, engine.subscribe, emit, signal);
    else await waitForResult(request, deps, emit, signal);
  } catch (error) {
    emit({ type: 'problem', message: reasonOf(error) });
  }
}

/** With an engine that tells what it does, step by step. */
async function follow(
  { processId, variables }: RunRequest,
  { client, worker, jobTypes }: RunnerDeps,
  subscribe: NonNullable<DemoEngine['subscribe']>,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  let instanceKey: string | undefined;
  let log: InstanceLog | undefined;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const early: EngineRecord[] = [];
  /** Jobs whose element is not told yet: the worker is faster than the engine's log. */
  const runs: JobRunEvent[] = [];
  const tellRuns = (): void => {
    for (const run of runs.splice(0)) {
      if (log?.hasReached(run.job.elementInstanceKey) === true) {
        log.noteTold(run.job.elementInstanceKey);
        emitRun(run, emit);
      } else if (instanceKey === undefined || run.job.processInstanceKey === instanceKey) runs.push(run);
    }
  };
  let ending: RunEvent | undefined;
  const endWhenAllIsTold = (): void => {
    if (ending === undefined || log?.awaitsWorker === true) return;
    emit(ending);
    ending = undefined;
    end();
  };
  const take = (record: EngineRecord): void => {
    if (log === undefined) early.push(record);
    else log.take(record);
    tellRuns();
    endWhenAllIsTold();
  };
  // Before the start: the first things happen before its answer is here.
  const stopRecords = subscribe(take);
  const stopRuns = worker.onJobRun((run) => {
    runs.push(run);
    tellRuns();
    endWhenAllIsTold();
  });
  signal.addEventListener('abort', end);
  try {
    const key = await client.start(processId, variables);
    instanceKey = key;
    emit({ type: 'started', instanceKey: key });
    log = new InstanceLog(key, jobTypes, (event) => {
      if (event.type === 'ended') ending = event;
      else emit(event);
    });
    early.forEach(take);
    if (!signal.aborted) await ended;
    if (signal.aborted) await cancel(client, key);
  } finally {
    stopRecords();
    stopRuns();
    signal.removeEventListener('abort', end);
  }
}

/** With one that tells its end alone; the worker's jobs say what happens meanwhile. */
async function waitForResult(
  { processId, variables }: RunRequest,
  { client, worker }: RunnerDeps,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  let instanceKey: string | undefined;
  const note = (key: string): void => {
    if (instanceKey !== undefined) return;
    instanceKey = key;
    emit({ type: 'started', instanceKey: key });
  };
  const stopRuns = worker.onJobRun((run) => {
    // Until the first job is here, nobody knows the key of the instance.
    if (run.job.processId !== processId || (instanceKey ?? run.job.processInstanceKey) !== run.job.processInstanceKey) {
      return;
    }
    note(run.job.processInstanceKey);
    emitRun(run, emit);
    if (run.outcome?.type === 'fail' && run.outcome.retries === 0) {
      emit({ type: 'incident', elementId: run.job.elementId, message: run.outcome.message });
    }
  });
  const aborted = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
  try {
    const result = await Promise.race([client.run(processId, variables, RESULT_WITHIN_MS), aborted]);
    if (result === undefined) {
      if (instanceKey !== undefined) await cancel(client, instanceKey);
      return;
    }
    note(result.key);
    emit({ type: 'ended', how: 'completed', variables: result.variables });
  } finally {
    stopRuns();
  }
}

/** An instance that has ended meanwhile cannot be cancelled, and need not. */
async function cancel(client: EngineClient, instanceKey: string): Promise<void> {
  await client.cancel(instanceKey).catch(() => undefined);
}

function emitRun({ job, outcome, trace }: JobRunEvent, emit: Emit): void {
  if (outcome === undefined) return;
  const response = trace.steps.find(({ step }) => step === 'response')?.value;
  const eventId = outcome.type === 'complete' ? eventIdIn(response) : undefined;
  emit({ type: 'job', elementId: job.elementId, outcome, ...(eventId !== undefined && { eventId }) });
}

/** The id of the event in a connector response. */
function eventIdIn(response: Json | undefined): string | undefined {
  const entries = memberOf(response, 'entries');
  const id = memberOf(Array.isArray(entries) ? entries[0] : undefined, 'eventId');
  return typeof id === 'string' ? id : undefined;
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}
