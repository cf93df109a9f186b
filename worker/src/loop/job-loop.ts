import { setMaxListeners } from 'node:events';
import type { Pressure } from '../batch/index.ts';
import type { ActivatedJob, CamundaConnection } from '../camunda/job-port.ts';
import { LightAbort } from '../runtime/abort.ts';
import type { BackoffSettings } from '../runtime/backoff.ts';
import { sleep, type Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { createConnectionMonitor } from './connection-monitor.ts';
import type { ActivationKind, JobReport, TypeIntake } from './job-report.ts';
import { createBusyCheck, createJobSlots } from './job-slots.ts';
import { poll } from './poller.ts';
import { settleJob, type SettleDeps, type Work } from './settle-job.ts';
import { createStreamHealth } from './stream-health.ts';
import { streamJobs } from './streamer.ts';

export interface JobLoopOptions {
  readonly connection: CamundaConnection;
  readonly work: Work;
  /** Job types to serve; each has slots of its own. */
  readonly jobTypes: readonly string[];
  readonly workerName: string;
  /** At most so many jobs of each type at a time, 1 or more; above 100 only while the process has time for more. */
  readonly maxActiveJobs: number;
  /** How long an activated job belongs to this worker, in milliseconds. */
  readonly jobTimeoutMs: number;
  /** How long the gateway may hold a request for jobs open, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Whether the engine shall push jobs, where the connection can. */
  readonly jobStreaming: boolean;
  readonly fetchVariables: readonly string[];
  /** Empty: the default tenant. */
  readonly tenantIds: readonly string[];
  /** When the worker ends, running jobs get so long before they are given back, in milliseconds. */
  readonly drainTimeoutMs: number;
  /** While it is high no jobs are asked for. */
  readonly pressure?: Pressure | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Called for each job when it has ended. Must not throw. */
  readonly onReport: (report: JobReport) => void;
}

/** `idle` before the start, `running`, `draining` while running jobs end, `stopped`. */
export type LoopState = 'idle' | 'running' | 'draining' | 'stopped';

export interface JobLoop {
  readonly state: LoopState;
  /** True while jobs are fetched: the gateway serves, and the worker is not ending. */
  readonly ready: boolean;
  /** Jobs that have not ended. */
  readonly activeJobs: number;
  /** How jobs came since the start, for each type that is served. */
  readonly intake: readonly TypeIntake[];
  start(): void;
  /** Asks for no more jobs, lets the running ones end, gives the rest back. Resolves when each has its outcome. */
  stop(): Promise<void>;
}

/** First wait for a gateway that is gone. */
const RECONNECT_BACKOFF: BackoffSettings = { baseMs: 200, maxMs: 10_000 };
const BUSY_BACKOFF: BackoffSettings = { baseMs: 100, maxMs: 5_000 };
const COMMAND_BACKOFF: BackoffSettings = { baseMs: 100, maxMs: 5_000 };
/** What the outcomes of given-back jobs may take at the end, in milliseconds. */
export const LAST_COMMANDS_MS = 5_000;

/** Fetches jobs, works on them and sees each to exactly one outcome. */
export function createJobLoop(options: JobLoopOptions): JobLoop {
  const { connection, clock, random, log } = options;
  const stopFetching = new AbortController();
  // Each job listens while it runs, and there may be many: an `AbortSignal` looks through all listeners to add one.
  const giveBack = new LightAbort();
  const giveUp = new LightAbort();
  // The streams and polls of all types listen.
  setMaxListeners(0, stopFetching.signal);
  let activeJobs = 0;
  let onIdle: (() => void) | undefined;
  const intake: TypeIntake[] = [];
  let state: LoopState = 'idle';
  let fetching: Promise<unknown> = Promise.resolve();
  let stopping: Promise<void> | undefined;

  const isBusy = createBusyCheck();
  const shared = { clock, random, log, signal: stopFetching.signal };
  const monitor = createConnectionMonitor({ ...shared, source: connection, backoff: RECONNECT_BACKOFF });

  const settling: SettleDeps = {
    clock,
    random,
    log,
    commands: connection,
    work: options.work,
    jobTimeoutMs: options.jobTimeoutMs,
    backoff: COMMAND_BACKOFF,
    signal: giveUp,
    giveBack,
  };

  const accept = async (job: ActivatedJob, activatedAtMs: number): Promise<void> => {
    activeJobs += 1;
    try {
      options.onReport(await settleJob(job, activatedAtMs, settling));
    } finally {
      activeJobs -= 1;
      if (activeJobs === 0) onIdle?.();
    }
  };

  /** A stream and a poll fetch the jobs of a type; they share its slots. */
  const fetchJobs = (type: string): Promise<void>[] => {
    const slots = createJobSlots(options.maxActiveJobs, isBusy);
    const health = createStreamHealth();
    const jobs = { stream: 0, poll: 0 };
    intake.push({
      jobType: type,
      jobs,
      get isStreamOpen() {
        return health.isOpen;
      },
    });
    const acceptBy =
      (kind: ActivationKind): typeof accept =>
      (job, activatedAtMs) => {
        jobs[kind] += 1;
        return accept(job, activatedAtMs);
      };
    const common = { ...shared, monitor, slots, health, pressure: options.pressure };
    const request = {
      type,
      worker: options.workerName,
      timeoutMs: options.jobTimeoutMs,
      fetchVariables: options.fetchVariables,
      tenantIds: options.tenantIds,
    };
    const { requestTimeoutMs } = options;
    const stream = options.jobStreaming ? connection.stream : undefined;
    return [
      ...(stream === undefined
        ? []
        : [streamJobs({ ...common, accept: acceptBy('stream'), stream, backoff: RECONNECT_BACKOFF, request })]),
      poll({
        ...common,
        accept: acceptBy('poll'),
        source: connection,
        backoff: BUSY_BACKOFF,
        request: { ...request, requestTimeoutMs },
      }),
    ];
  };

  const drain = async (): Promise<void> => {
    state = 'draining';
    stopFetching.abort();
    const patience = new AbortController();
    void sleep(clock, options.drainTimeoutMs, patience.signal)
      .then(() => {
        giveBack.abort();
        return sleep(clock, LAST_COMMANDS_MS, patience.signal);
      })
      .then(() => giveUp.abort());
    // Jobs of a request that was under way still come in while the pollers end.
    await fetching;
    if (activeJobs > 0) await new Promise<void>((resolve) => (onIdle = resolve));
    patience.abort();
    await connection.close();
    state = 'stopped';
  };

  return {
    get state() {
      return state;
    },
    get ready() {
      return state === 'running' && monitor.ready;
    },
    get activeJobs() {
      return activeJobs;
    },
    intake,
    start: () => {
      if (state !== 'idle') throw new Error(`A worker starts once; this one is ${state}.`);
      state = 'running';
      const fetchers = options.jobTypes.flatMap((type) => fetchJobs(type));
      void monitor.run();
      fetching = Promise.all(fetchers);
    },
    stop: () => (stopping ??= drain()),
  };
}
