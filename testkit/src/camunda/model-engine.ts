import type { ActivateRequest } from '../../../worker/src/camunda/job-port.ts';

/** A job of the model, as an engine keeps it. */
export interface ModelJob<Content = JobContent> {
  readonly key: string;
  readonly type: string;
  readonly tenantId: string;
  /** What it carries, which is the business of who makes and reads it. */
  readonly content: Content;
  retries: number;
  /** `backedOff` waits for its next try, `incident` for a person; a `gone` one is not found any more. */
  state: 'ready' | 'active' | 'backedOff' | 'incident' | 'gone';
  /** Until then it is active or backed off, in milliseconds of the model's clock. */
  untilMs: number;
  /** How often it was handed out. */
  activations: number;
}

/** What a job carries over a protocol. */
export interface JobContent {
  /** A JSON object as text, since an engine's integers may be larger than a JavaScript number holds. */
  readonly variables: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a job ended, as it arrived at the engine. */
export interface JobEnd {
  readonly how: 'completed' | 'failed' | 'errorThrown';
  readonly variables: unknown;
  readonly retries?: number;
  readonly retryBackoffMs?: number;
  readonly message?: string;
  readonly code?: string;
}

/** What a worker may do to a job. */
export type JobCommand = 'complete' | 'fail' | 'throwError' | 'extend';

/** Why a command was not accepted; each protocol has its own words for it. */
export type Refusal = 'notFound' | 'wrongState' | 'invalid' | 'busy';

export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** Why a job can be handed out. */
export type ReadyReason = 'created' | 'failed' | 'timedOut' | 'backoffOver';

export interface ModelEngineOptions<Content> {
  /** The tenants that the engine knows; a request for jobs of any other is refused. Default: the default one. */
  readonly tenants?: readonly string[];
  /** Default: a clock that only `advance` moves. */
  readonly nowMs?: () => number;
  readonly onReady?: (job: ModelJob<Content>, reason: ReadyReason) => void;
}

type NewJob<Content> = Pick<ModelJob<Content>, 'type' | 'tenantId' | 'retries' | 'content'> & { readonly key?: string };

/**
 * The part of a Camunda engine that a job worker meets, without a protocol: every test and benchmark that needs no real
 * one has these rules. A command names a job, not an activation: one that is active takes it, and one that waits for
 * anybody; one that is backed off or has an incident is in the wrong state; what is over is not found.
 * https://docs.camunda.io/docs/components/concepts/job-workers/
 */
export class ModelEngine<Content = JobContent> {
  readonly ends = new Map<string, JobEnd>();
  busy = false;
  readonly #options: ModelEngineOptions<Content>;
  readonly #jobs = new Map<string, ModelJob<Content>>();
  readonly #waiting = new Set<() => void>();
  /** Above 2^53, so that a rounded key is another one. */
  #nextKey = 9_007_199_254_740_993n;
  #advancedMs = 0;

  constructor(options: ModelEngineOptions<Content> = {}) {
    this.#options = options;
  }

  get nowMs(): number {
    return this.#options.nowMs?.() ?? this.#advancedMs;
  }

  /** @param job its key where it has one of its own */
  createJob(job: NewJob<Content>): ModelJob<Content> {
    const { key = String(this.#nextKey) } = job;
    this.#nextKey += 2n;
    const made = { ...job, key, state: 'ready' as const, untilMs: 0, activations: 0 };
    this.#jobs.set(key, made);
    this.#ready(made, 'created');
    return made;
  }

  /** Moves the model's own clock. */
  advance(byMs: number): void {
    this.#advancedMs += byMs;
    this.timeOut();
  }

  /** Takes jobs back whose activation or backoff is over; a request for jobs does it by itself. */
  timeOut(): void {
    const { nowMs } = this;
    for (const job of this.#jobs.values()) {
      if (job.untilMs > nowMs) continue;
      if (job.state === 'active') this.#ready(job, 'timedOut');
      else if (job.state === 'backedOff') this.#ready(job, 'backoffOver');
    }
  }

  /** Waits for a job where the request says so; how long is the worker's own affair, so the model waits on. */
  async activate(request: ActivateRequest, ended: AbortSignal): Promise<ModelJob<Content>[]> {
    this.#accept();
    const { tenants = [DEFAULT_TENANT] } = this.#options;
    if (request.maxJobs < 1) throw new RefusedError('invalid', 'maxJobsToActivate must be greater than 0');
    const foreign = request.tenantIds.find((tenantId) => !tenants.includes(tenantId));
    if (foreign !== undefined) throw new RefusedError('invalid', `the tenant '${foreign}' is not assigned`);
    ended.addEventListener('abort', () => this.#wake());
    for (;;) {
      const jobs = this.take(request);
      if (jobs.length > 0 || request.requestTimeoutMs < 0 || ended.aborted) return jobs;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Hands out what is ready now. */
  take({ type, tenantIds, maxJobs, timeoutMs }: ActivateRequest): ModelJob<Content>[] {
    this.timeOut();
    const tenants = tenantIds.length === 0 ? [DEFAULT_TENANT] : tenantIds;
    const jobs = [...this.#jobs.values()]
      .filter((job) => job.state === 'ready' && job.type === type && tenants.includes(job.tenantId))
      .slice(0, maxJobs);
    for (const job of jobs) this.handOut(job, timeoutMs);
    return jobs;
  }

  /** Gives one job to a worker, whichever way it gets there. */
  handOut(job: ModelJob<Content>, timeoutMs: number): void {
    job.state = 'active';
    job.untilMs = this.nowMs + timeoutMs;
    job.activations += 1;
  }

  complete(key: string, variables: unknown): void {
    this.#end(this.jobFor(key, 'complete'));
    this.ends.set(key, { how: 'completed', variables });
  }

  fail(key: string, end: Required<Omit<JobEnd, 'how' | 'code'>>): void {
    const job = this.jobFor(key, 'fail');
    this.ends.set(key, { how: 'failed', ...end });
    job.retries = end.retries;
    job.untilMs = this.nowMs + end.retryBackoffMs;
    if (end.retries <= 0) job.state = 'incident';
    else if (end.retryBackoffMs > 0) job.state = 'backedOff';
    else this.#ready(job, 'failed');
  }

  throwError(key: string, end: Required<Pick<JobEnd, 'code' | 'message' | 'variables'>>): void {
    this.#end(this.jobFor(key, 'throwError'));
    this.ends.set(key, { how: 'errorThrown', ...end });
  }

  extend(key: string, timeoutMs: number): void {
    if (timeoutMs <= 0) throw new RefusedError('invalid', 'timeout must be greater than 0');
    this.jobFor(key, 'extend').untilMs = this.nowMs + timeoutMs;
  }

  /** The process goes on without the job. */
  cancel(job: ModelJob<Content>): void {
    this.#end(job);
  }

  /** The job that a command would be for; throws a `RefusedError` where it would not be accepted. */
  jobFor(key: string, command: JobCommand): ModelJob<Content> {
    this.#accept();
    const job = this.#jobs.get(key);
    if (job === undefined || (command === 'extend' && job.state !== 'active')) {
      throw new RefusedError('notFound', `Expected to find a job with key '${key}', but no such job was found`);
    }
    if (job.state === 'incident' || job.state === 'backedOff') {
      throw new RefusedError('wrongState', `Job '${key}' is in state 'FAILED'`);
    }
    return job;
  }

  #accept(): void {
    if (this.busy) throw new RefusedError('busy', 'Expected to handle the request, but the engine is busy');
  }

  #ready(job: ModelJob<Content>, reason: ReadyReason): void {
    job.state = 'ready';
    this.#wake();
    this.#options.onReady?.(job, reason);
  }

  #end(job: ModelJob<Content>): void {
    job.state = 'gone';
    this.#jobs.delete(job.key);
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

const DEFAULT_TENANT = '<default>';
