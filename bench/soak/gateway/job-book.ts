import {
  ModelEngine,
  RefusedError,
  type JobCommand,
  type JobEnd,
  type ModelJob,
} from '@eventbridge-kit/testkit/camunda/model-engine';
import { kindFor, type JobKind } from '../job-kinds.ts';
import type { Answer, GatewayLine } from '../ledger.ts';
import { JOB_TYPE } from '../plan.ts';

/** A job as the engine sees it. */
export type BookJob = ModelJob<JobKind>;

export interface JobBookOptions {
  readonly jobs: number;
  readonly random: () => number;
  readonly nowMs: () => number;
  readonly write: (line: GatewayLine) => void;
  /** A job is there to be handed out. */
  readonly onWaiting: (job: BookJob) => void;
}

/** What a command says beside the job's key. */
export type CommandContent = Partial<Pick<JobEnd, 'retries' | 'retryBackoffMs' | 'code' | 'message'>> & {
  readonly timeoutMs?: number;
};

const RETRIES = 3;

/** The jobs of the scripted engine, by the rules of the model; each change is a line of the ledger. */
export class JobBook {
  readonly #options: JobBookOptions;
  readonly #engine: ModelEngine<JobKind>;
  /** Jobs whose time is shorter than what the worker was promised. */
  readonly #early = new Set<BookJob>();
  created = 0;
  ended = 0;

  constructor(options: JobBookOptions) {
    this.#options = options;
    this.#engine = new ModelEngine({
      nowMs: options.nowMs,
      onReady: (job, reason) => {
        const { key, activations: activation } = job;
        if (reason === 'timedOut') this.#write({ job: key, what: 'timedOut', activation, early: this.#early.has(job) });
        if (reason === 'created') this.#write({ job: key, what: 'created', kind: job.content });
        options.onWaiting(job);
      },
    });
  }

  get isDone(): boolean {
    return this.ended === this.#options.jobs;
  }

  /** Jobs that have no outcome yet. */
  get open(): number {
    return this.created - this.ended;
  }

  create(): void {
    if (this.created === this.#options.jobs) return;
    this.created += 1;
    const content = kindFor(this.#options.random());
    this.#engine.createJob({ type: JOB_TYPE, tenantId: '<default>', retries: RETRIES, content });
  }

  /** Hands the job out. */
  activate(job: BookJob, worker: string, via: 'stream' | 'poll', timeoutMs: number): void {
    this.#early.delete(job);
    this.#engine.handOut(job, timeoutMs);
    this.#write({ job: job.key, what: 'activated', activation: job.activations, worker, via });
  }

  /** Makes the job time out earlier than its worker was promised. */
  shorten(job: BookJob, timeoutMs: number): void {
    this.#early.add(job);
    job.untilMs = this.#options.nowMs() + timeoutMs;
  }

  /** Ends the job without its worker. */
  cancel(job: BookJob): void {
    if (job.state === 'gone' || job.state === 'incident') return;
    this.#write({ job: job.key, what: 'cancelled' });
    this.#engine.cancel(job);
    this.ended += 1;
  }

  /** Takes jobs back whose time is over. */
  timeOut(): void {
    this.#engine.timeOut();
  }

  /** Undefined where the command took effect, else the status that refuses it. */
  command(
    key: string,
    command: JobCommand,
    content: CommandContent,
    answer: Answer,
  ): 'NOT_FOUND' | 'FAILED_PRECONDITION' | undefined {
    let job: BookJob;
    try {
      job = this.#engine.jobFor(key, command);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const status = error.refusal === 'notFound' ? 'NOT_FOUND' : 'FAILED_PRECONDITION';
      this.#write({ job: key, what: 'refused', command, status });
      return status;
    }
    const { retries, code, message } = content;
    this.#write({
      job: key,
      what: 'took',
      command,
      activation: job.activations,
      answer,
      ...(retries !== undefined && { retries }),
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
    });
    this.#apply(job, command, content);
    return undefined;
  }

  #apply(job: BookJob, command: JobCommand, content: CommandContent): void {
    const { retries = 0, retryBackoffMs = 0, message = '', code = '', timeoutMs = 0 } = content;
    if (command !== 'extend' && !(command === 'fail' && retries > 0)) this.ended += 1;
    switch (command) {
      case 'complete':
        this.#engine.complete(job.key, {});
        break;
      case 'fail':
        this.#engine.fail(job.key, { retries, retryBackoffMs, message, variables: {} });
        break;
      case 'throwError':
        this.#engine.throwError(job.key, { code, message, variables: {} });
        break;
      case 'extend':
        this.#early.delete(job);
        this.#engine.extend(job.key, timeoutMs);
        break;
      default:
        command satisfies never;
    }
  }

  #write(line: DistributiveOmit<GatewayLine, 'atMs'>): void {
    this.#options.write({ atMs: this.#options.nowMs(), ...line });
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
