import { kindFor, type JobKind } from '../job-kinds.ts';
import type { Answer, CommandName, GatewayLine } from '../ledger.ts';

/** A job as the engine sees it. */
export interface BookJob {
  readonly key: string;
  readonly kind: JobKind;
  activation: number;
  retries: number;
  /** `backedOff` waits for the end of its backoff; `ended` has its outcome. */
  state: 'waiting' | 'active' | 'backedOff' | 'ended';
  /** While it is active, in milliseconds since 1970. */
  deadlineMs: number;
  /** The deadline is a fault, shorter than what the worker was promised. */
  early: boolean;
}

/** What a command says beside the job's key. */
export interface CommandContent {
  readonly retries?: number;
  readonly backoffMs?: number;
  readonly timeoutMs?: number;
  readonly code?: string;
  readonly message?: string;
}

export interface JobBookOptions {
  readonly jobs: number;
  readonly random: () => number;
  readonly nowMs: () => number;
  readonly write: (line: GatewayLine) => void;
  /** A job is there to be handed out. */
  readonly onWaiting: (job: BookJob) => void;
}

const RETRIES = 3;
/** Keys as large as a real engine's: they do not fit into a JavaScript number. */
const FIRST_KEY = 2n ** 53n + 1n;

/**
 * The jobs of the scripted engine, by the rules of the real one: a command names a job, not an activation; a job that
 * waits or is active takes it, one that has ended is not found, one that is backed off is in the wrong state. Each
 * change is a line of the ledger.
 * https://docs.camunda.io/docs/components/concepts/job-workers/
 */
export class JobBook {
  readonly #options: JobBookOptions;
  readonly #open = new Map<string, BookJob>();
  readonly #active = new Set<BookJob>();
  created = 0;
  ended = 0;

  constructor(options: JobBookOptions) {
    this.#options = options;
  }

  get isDone(): boolean {
    return this.ended === this.#options.jobs;
  }

  /** Jobs that have no outcome yet. */
  get open(): number {
    return this.#open.size;
  }

  create(): void {
    if (this.created === this.#options.jobs) return;
    const key = String(FIRST_KEY + BigInt(this.created));
    const kind = kindFor(this.#options.random());
    const job = { key, kind, activation: 0, retries: RETRIES, state: 'waiting' as const, deadlineMs: 0, early: false };
    this.created += 1;
    this.#open.set(key, job);
    this.#write({ job: key, what: 'created', kind });
    this.#options.onWaiting(job);
  }

  /** Hands the job out. */
  activate(job: BookJob, worker: string, via: 'stream' | 'poll', timeoutMs: number): void {
    job.state = 'active';
    job.activation += 1;
    job.early = false;
    job.deadlineMs = this.#options.nowMs() + timeoutMs;
    this.#active.add(job);
    this.#write({ job: job.key, what: 'activated', activation: job.activation, worker, via });
  }

  /** Makes the job time out earlier than its worker was promised. */
  shorten(job: BookJob, timeoutMs: number): void {
    job.early = true;
    job.deadlineMs = this.#options.nowMs() + timeoutMs;
  }

  /** Ends the job without its worker. */
  cancel(job: BookJob): void {
    if (job.state === 'ended') return;
    this.#write({ job: job.key, what: 'cancelled' });
    this.#end(job);
  }

  /** Takes jobs back whose time is over. */
  timeOut(): void {
    const nowMs = this.#options.nowMs();
    for (const job of this.#active) {
      if (job.deadlineMs > nowMs) continue;
      this.#write({ job: job.key, what: 'timedOut', activation: job.activation, early: job.early });
      this.#active.delete(job);
      job.state = 'waiting';
      this.#options.onWaiting(job);
    }
  }

  /** Undefined where the command took effect, else the status that refuses it. */
  command(
    key: string,
    command: CommandName,
    content: CommandContent,
    answer: Answer,
  ): 'NOT_FOUND' | 'FAILED_PRECONDITION' | undefined {
    const job = this.#open.get(key);
    const inWrongState = job?.state === 'backedOff' || (command === 'extend' && job?.state !== 'active');
    if (job === undefined || inWrongState) {
      const status = job === undefined || command === 'extend' ? 'NOT_FOUND' : 'FAILED_PRECONDITION';
      this.#write({ job: key, what: 'refused', command, status });
      return status;
    }
    const { retries, code, message } = content;
    this.#write({
      job: key,
      what: 'took',
      command,
      activation: job.activation,
      answer,
      ...(retries !== undefined && { retries }),
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
    });
    EFFECTS[command](this, job, content);
    return undefined;
  }

  extend(job: BookJob, timeoutMs: number): void {
    job.early = false;
    job.deadlineMs = this.#options.nowMs() + timeoutMs;
  }

  /** Lets the job wait for its next try, or ends it with an incident. */
  fail(job: BookJob, retries: number, backoffMs: number): void {
    job.retries = retries;
    if (retries <= 0) {
      this.#end(job);
      return;
    }
    this.#active.delete(job);
    job.state = 'backedOff';
    setTimeout(() => {
      if (job.state !== 'backedOff') return;
      job.state = 'waiting';
      this.#options.onWaiting(job);
    }, backoffMs);
  }

  end(job: BookJob): void {
    this.#end(job);
  }

  #end(job: BookJob): void {
    job.state = 'ended';
    this.#active.delete(job);
    this.#open.delete(job.key);
    this.ended += 1;
  }

  #write(line: DistributiveOmit<GatewayLine, 'atMs'>): void {
    this.#options.write({ atMs: this.#options.nowMs(), ...line });
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

const EFFECTS: Readonly<Record<CommandName, (book: JobBook, job: BookJob, content: CommandContent) => void>> = {
  complete: (book, job) => book.end(job),
  throwError: (book, job) => book.end(job),
  fail: (book, job, { retries = 0, backoffMs = 0 }) => book.fail(job, retries, backoffMs),
  extend: (book, job, { timeoutMs = 0 }) => book.extend(job, timeoutMs),
};
