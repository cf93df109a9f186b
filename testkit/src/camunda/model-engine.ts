import type { ActivateRequest } from '../../../worker/src/camunda/job-port.ts';

/** A job of the model, as an engine keeps it. */
export interface ModelJob {
  readonly key: string;
  readonly type: string;
  readonly tenantId: string;
  /** A JSON object as text, since an engine's integers may be larger than a JavaScript number holds. */
  readonly variables: string;
  readonly headers: Readonly<Record<string, string>>;
  retries: number;
  state: 'ready' | 'active' | 'incident' | 'gone';
  /** From then on the job is ready again, in milliseconds of the model's clock. */
  untilMs: number;
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

/** Why a command was not accepted; each protocol has its own words for it. */
export type Refusal = 'notFound' | 'wrongState' | 'invalid' | 'busy';

export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** The part of a Camunda engine that a job worker meets, without a protocol. Time moves when a test says so. */
export class ModelEngine {
  readonly ends = new Map<string, JobEnd>();
  readonly #jobs = new Map<string, ModelJob>();
  readonly #waiting = new Set<() => void>();
  /** Above 2^53, so that a rounded key is another one. */
  #nextKey = 9_007_199_254_740_993n;
  #nowMs = 0;
  busy = false;
  /** A request for jobs of any other is refused. */
  readonly #tenants: readonly string[];

  /** @param tenants the tenants that the engine knows */
  constructor(tenants: readonly string[] = ['<default>']) {
    this.#tenants = tenants;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  createJob(job: Pick<ModelJob, 'type' | 'variables' | 'headers' | 'tenantId' | 'retries'>): string {
    const key = String(this.#nextKey);
    this.#nextKey += 2n;
    this.#jobs.set(key, { ...job, key, state: 'ready', untilMs: 0 });
    this.#wake();
    return key;
  }

  advance(byMs: number): void {
    this.#nowMs += byMs;
    this.#wake();
  }

  /** Waits for a job where the request says so; how long is the worker's own affair, so the model waits on. */
  async activate(activation: ActivateRequest, ended: AbortSignal): Promise<ModelJob[]> {
    this.#accept();
    if (activation.maxJobs < 1) throw new RefusedError('invalid', 'maxJobsToActivate must be greater than 0');
    const foreign = activation.tenantIds.find((tenantId) => !this.#tenants.includes(tenantId));
    if (foreign !== undefined) throw new RefusedError('invalid', `the tenant '${foreign}' is not assigned`);
    ended.addEventListener('abort', () => this.#wake());
    for (;;) {
      const jobs = this.#take(activation);
      if (jobs.length > 0 || activation.requestTimeoutMs < 0 || ended.aborted) return jobs;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  complete(key: string, variables: unknown): void {
    this.#job(key).state = 'gone';
    this.ends.set(key, { how: 'completed', variables });
  }

  fail(key: string, end: Required<Omit<JobEnd, 'how' | 'code'>>): void {
    const job = this.#job(key);
    job.retries = end.retries;
    job.state = end.retries > 0 ? 'active' : 'incident';
    job.untilMs = this.#nowMs + end.retryBackoffMs;
    this.ends.set(key, { how: 'failed', ...end });
    this.#wake();
  }

  throwError(key: string, end: Required<Pick<JobEnd, 'code' | 'message' | 'variables'>>): void {
    this.#job(key).state = 'gone';
    this.ends.set(key, { how: 'errorThrown', ...end });
  }

  extend(key: string, timeoutMs: number): void {
    if (timeoutMs <= 0) throw new RefusedError('invalid', 'timeout must be greater than 0');
    this.#job(key).untilMs = this.#nowMs + timeoutMs;
  }

  #accept(): void {
    if (this.busy) throw new RefusedError('busy', 'Expected to handle the request, but the engine is busy');
  }

  #job(key: string): ModelJob {
    this.#accept();
    const job = this.#jobs.get(key);
    if (job === undefined || job.state === 'gone') {
      throw new RefusedError('notFound', `Expected to find a job with key '${key}', but no such job was found`);
    }
    if (job.state === 'incident') throw new RefusedError('wrongState', `Job '${key}' is in state 'FAILED'`);
    return job;
  }

  #take({ type, tenantIds, maxJobs, timeoutMs }: ActivateRequest): ModelJob[] {
    const tenants = tenantIds.length === 0 ? ['<default>'] : tenantIds;
    const ready = [...this.#jobs.values()].filter(
      (job) =>
        job.type === type &&
        tenants.includes(job.tenantId) &&
        (job.state === 'ready' || (job.state === 'active' && job.untilMs <= this.#nowMs)),
    );
    return ready.slice(0, maxJobs).map((job) => {
      job.state = 'active';
      job.untilMs = this.#nowMs + timeoutMs;
      return job;
    });
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
