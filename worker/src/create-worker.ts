import { inputVariablesOf, runJob, type JobTrace } from '@eventbridge-kit/event-job';
import { withDefaults } from '@eventbridge-kit/node-kit/options';
import type { WaitingEvents } from './aws/sender.ts';
import { connectCamunda, type ConnectOptions } from './camunda/connect.ts';
import type { ActivatedJob, CamundaConnection } from './camunda/job-port.ts';
import { createServices, type ServiceOptions } from './job/services.ts';
import { createJobLoop, type LoopState } from './loop/job-loop.ts';
import type { JobReport, TypeIntake } from './loop/job-report.ts';
import type { Work } from './loop/settle-job.ts';
import { JOB_OPTIONS } from './options/jobs.ts';
import { createJobCounts, type JobCounts } from './report/job-counts.ts';
import { logReport } from './report/log-report.ts';
import { silentLog } from './runtime/log.ts';

export interface WorkerOptions extends ServiceOptions, ConnectOptions {
  /** Another connection to Camunda than gRPC and REST; address, authentication and certificates are then unused. */
  readonly connection?: CamundaConnection | undefined;
  /** Job types to serve, default `eventbridge-kit:send-event:1`. */
  readonly jobTypes?: readonly string[] | undefined;
  /** Tenants to serve, default the default one. */
  readonly tenantIds?: readonly string[] | undefined;
  /** Name under which operators see this worker, default `camunda-eventbridge-worker`. */
  readonly workerName?: string | undefined;
  /** Most jobs of each type at a time, 1 or more, default 400; above 100 only while the process has time for more. */
  readonly maxActiveJobs?: number | undefined;
  /** How long a job belongs to this worker, in milliseconds, default 60,000; a task's header `jobTimeout` overrides it. */
  readonly jobTimeoutMs?: number | undefined;
  /** How long the gateway may hold a request for jobs open, in milliseconds, default 30,000. */
  readonly requestTimeoutMs?: number | undefined;
  /**
   * Whether the engine shall push jobs as they become ready, default true; polling stays as the backstop. Over REST they
   * are always polled for.
   */
  readonly jobStreaming?: boolean | undefined;
  /** When the worker stops, running jobs get so long, in milliseconds, default 20,000; then they are given back. */
  readonly drainTimeoutMs?: number | undefined;
  /** Called for each job when it has ended, what was given back or gone included. Must not throw. */
  readonly onJobEnd?: ((report: JobReport) => void) | undefined;
}

/** A job that ran, with what each of its steps did. */
export interface JobRunEvent extends JobReport {
  readonly trace: JobTrace;
}

/** A worker for Camunda 8 that sends the events of its jobs to Amazon EventBridge. */
export interface Worker {
  readonly state: LoopState;
  /** True while Camunda serves this worker and it takes jobs. */
  readonly ready: boolean;
  /** Jobs that have not ended. */
  readonly activeJobs: number;
  /** Events of running jobs that Amazon EventBridge has not answered. */
  readonly waitingEvents: WaitingEvents;
  /** How jobs came since the start, for each type that is served. */
  readonly intake: readonly TypeIntake[];
  /** Ended jobs since the start, by how they ended. */
  readonly counts: Readonly<JobCounts>;
  /** Starts to fetch jobs; returns at once. A gateway that is not there is waited for. Throws on a second call. */
  start(): void;
  /** Takes no more jobs, lets running ones end, gives the rest back. Resolves when all is done and closed. */
  stop(): Promise<void>;
  /** Calls the listener for each job that ran, after its outcome was sent. Gives a function that ends it. */
  onJobRun(listener: (event: JobRunEvent) => void): () => void;
}

/** Throws a `TypeError` for an address that cannot be used. */
export function createWorker(options: WorkerOptions = {}): Worker {
  const { log = silentLog } = options;
  const { services, sender, clock, random, close } = createServices(options);
  const jobOptions = withDefaults(JOB_OPTIONS, options);
  const listeners = new Set<(event: JobRunEvent) => void>();
  const counts = createJobCounts();

  const notify = (listener: (event: JobRunEvent) => void, event: JobRunEvent): void => {
    try {
      listener(event);
    } catch (error) {
      const { key: jobKey, processId, elementId } = event.job;
      log.error({ jobKey, processId, elementId, error }, 'A listener of job runs threw');
    }
  };

  const work: Work = async (job: ActivatedJob, context) => {
    const { trace } = await runJob(job, services, { ...context, dryRun: false, traceValues: listeners.size > 0 });
    return trace;
  };

  const loop = createJobLoop({
    connection: options.connection ?? connectCamunda(options),
    work,
    ...jobOptions,
    fetchVariables: inputVariablesOf(jobOptions.jobTypes),
    tenantIds: options.tenantIds ?? [],
    pressure: sender.pressure,
    clock,
    random,
    log,
    onReport: (report) => {
      counts.add(report);
      logReport(log, report);
      options.onJobEnd?.(report);
      const { trace } = report;
      if (trace !== undefined) for (const listener of listeners) notify(listener, { ...report, trace });
    },
  });

  return {
    get state() {
      return loop.state;
    },
    get ready() {
      return loop.ready;
    },
    get activeJobs() {
      return loop.activeJobs;
    },
    get intake() {
      return loop.intake;
    },
    get waitingEvents() {
      return sender.waiting ?? { entries: 0, bytes: 0 };
    },
    get counts() {
      return counts.values;
    },
    start: () => loop.start(),
    stop: async () => {
      await loop.stop();
      close();
    },
    onJobRun: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
