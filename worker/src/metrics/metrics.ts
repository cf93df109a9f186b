import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WaitingEvents } from '../aws/sender.ts';
import type { CallFailureKind, CallReport, RetryableKind } from '../batch/index.ts';
import { ACTIVATION_KINDS, type JobReport, type Settlement, type TypeIntake } from '../loop/job-report.ts';

/** What is read of the worker when somebody scrapes. */
export interface MetricsSource {
  readonly activeJobs: number;
  readonly ready: boolean;
  readonly waitingEvents: WaitingEvents;
  readonly intake: readonly TypeIntake[];
}

export interface MetricsOptions {
  readonly version: string;
  /** Job types that the worker serves; each is a value of the label `job_type`, and there are no others. */
  readonly jobTypes: readonly string[];
  /** False: without the metrics of the Node process, default true. */
  readonly processMetrics?: boolean;
}

/** The worker's metrics, for Prometheus. No label holds anything of a job but its type, how it came and how it ended. */
export interface Metrics {
  readonly contentType: string;
  /** Everything as text, with the values of the source now. */
  text(source: MetricsSource): Promise<string>;
  /** Called for each job that ended. */
  readonly onJobEnd: (report: JobReport) => void;
  /** Called for the calls to Amazon EventBridge. */
  readonly awsObserver: {
    readonly onCall: (report: CallReport) => void;
    readonly onRetry: (kind: RetryableKind, entries: number) => void;
  };
}

const PREFIX = 'camunda_eventbridge_';

/** From 5 ms, a quick answer of AWS, to a minute, the default time of a job. */
const SECONDS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** A call takes 1 to 10 entries: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_BUCKETS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** How a call ends: with an answer, in which single entries may be rejected, or not. */
type CallResult = 'answered' | CallFailureKind;

export function createMetrics({ version, jobTypes, processMetrics = true }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (processMetrics) collectDefaultMetrics({ register: registry });

  new Gauge({ name: `${PREFIX}info`, help: 'Version of the worker.', labelNames: ['version'], registers })
    .labels(version)
    .set(1);
  const connected = new Gauge({
    name: `${PREFIX}gateway_connected`,
    help: '1 while Camunda hands out jobs to this worker, else 0.',
    registers,
  });
  const active = new Gauge({ name: `${PREFIX}jobs_active`, help: 'Jobs that have not ended.', registers });
  const waiting = new Gauge({
    name: `${PREFIX}events_waiting`,
    help: 'Events without an answer of EventBridge: in the queue, in a call, or waiting to be sent again.',
    registers,
  });
  const waitingBytes = new Gauge({
    name: `${PREFIX}events_waiting_bytes`,
    help: 'Their size; no more jobs are fetched when it is too large.',
    registers,
  });
  const activated = new Counter({
    name: `${PREFIX}jobs_activated_total`,
    help: 'Jobs that came to this worker, pushed over a stream or asked for by a poll.',
    labelNames: ['job_type', 'by'],
    registers,
  });
  const streams = new Gauge({
    name: `${PREFIX}job_streams_open`,
    help: 'Job types whose jobs Camunda may push; the others are polled for.',
    registers,
  });
  const jobs = new Counter({
    name: `${PREFIX}jobs_total`,
    help: 'Ended jobs by their result.',
    labelNames: ['job_type', 'result'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: `${PREFIX}job_duration_seconds`,
    help: 'Time from the activation of a job to its end.',
    labelNames: ['job_type'],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const callSeconds = new Histogram({
    name: `${PREFIX}put_events_call_duration_seconds`,
    help: 'Duration of PutEvents calls by how they ended.',
    labelNames: ['result'],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const callEntries = new Histogram({
    name: `${PREFIX}put_events_call_entries`,
    help: 'Events that share a PutEvents call.',
    buckets: ENTRIES_BUCKETS,
    registers,
  });
  const callBytes = new Counter({
    name: `${PREFIX}put_events_bytes_total`,
    help: 'Size of the events in PutEvents calls, as EventBridge counts it.',
    registers,
  });
  const retries = new Counter({
    name: `${PREFIX}put_events_retries_total`,
    help: 'Events that are sent again within their job, by the reason.',
    labelNames: ['reason'],
    registers,
  });

  const known = new Set(jobTypes);

  return {
    contentType: registry.contentType,
    text: ({ ready, activeJobs, waitingEvents, intake }) => {
      connected.set(ready ? 1 : 0);
      active.set(activeJobs);
      waiting.set(waitingEvents.entries);
      waitingBytes.set(waitingEvents.bytes);
      streams.set(intake.filter(({ isStreamOpen }) => isStreamOpen).length);
      // Counted by the loop, which costs a job less than a counter with labels.
      activated.reset();
      for (const { jobType, jobs: counts } of intake)
        for (const kind of ACTIVATION_KINDS) activated.labels(jobType, kind).inc(counts[kind]);
      return registry.metrics();
    },
    onJobEnd: (report) => {
      const jobType = known.has(report.job.type) ? report.job.type : 'other';
      jobs.labels(jobType, jobResult(report)).inc();
      jobSeconds.labels(jobType).observe(report.durationMs / 1000);
    },
    awsObserver: {
      onCall: ({ entries, bytes, durationMs, failure }) => {
        const result: CallResult = failure === undefined ? 'answered' : failure.kind;
        callSeconds.labels(result).observe(durationMs / 1000);
        callEntries.observe(entries);
        callBytes.inc(bytes);
      },
      onRetry: (kind, entries) => retries.labels(kind).inc(entries),
    },
  };
}

/**
 * How a job ended, as a metric's label:
 * - `completed`, `bpmn_error`;
 * - `failed`: the engine will hand it out again; `incident`: no retries are left;
 * - `gone`, `refused`, `expired`: as `Settlement` says.
 */
type JobResult = 'completed' | 'bpmn_error' | 'failed' | 'incident' | Exclude<Settlement, 'accepted'>;

function jobResult({ settlement, outcome }: JobReport): JobResult {
  if (settlement !== 'accepted') return settlement;
  // The engine accepts outcomes only; without one the job was gone.
  if (outcome === undefined) return 'gone';
  switch (outcome.type) {
    case 'complete':
      return 'completed';
    case 'bpmnError':
      return 'bpmn_error';
    case 'fail':
      return outcome.retries > 0 ? 'failed' : 'incident';
    default:
      return outcome satisfies never;
  }
}
