import { JOB_KINDS, variablesOf } from '../job-kinds.ts';
import { JOB_TYPE } from '../plan.ts';
import type { GatewayFaults } from './faults.ts';
import type { BookJob, JobBook } from './job-book.ts';

/** A worker's open stream. */
export interface JobStream {
  readonly worker: string;
  readonly timeoutMs: number;
  /** False once the stream has taken as much as it can hold: then jobs go elsewhere. */
  push(message: object): boolean;
}

/** A worker's request for jobs that waits for some. */
export interface JobPoll {
  readonly worker: string;
  readonly timeoutMs: number;
  readonly maxJobs: number;
  answer(messages: readonly object[]): void;
}

/** Gives waiting jobs to those who want some, by stream or by poll. */
export class HandOut {
  readonly #faults: GatewayFaults;
  readonly #waiting = new Set<BookJob>();
  readonly #streams = new Set<JobStream>();
  readonly #polls = new Set<JobPoll>();
  book: JobBook | undefined;

  constructor(faults: GatewayFaults) {
    this.#faults = faults;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** A job is there: pushed into a stream that has room, or left for a poll. */
  offer(job: BookJob): void {
    const streams = [...this.#streams];
    const stream = streams[Math.floor(this.#faults.upTo(streams.length))];
    if (stream !== undefined && this.#faults.pushes()) {
      // A stream that is full stays away until it has drained.
      if (!stream.push(this.#give(job, stream, 'stream'))) this.#streams.delete(stream);
      return;
    }
    this.#waiting.add(job);
    const [poll] = this.#polls;
    if (poll !== undefined) this.serve(poll);
  }

  open(stream: JobStream): void {
    this.#streams.add(stream);
  }

  close(stream: JobStream): void {
    this.#streams.delete(stream);
  }

  /** Answers with what waits, or keeps the request until something does. */
  poll(poll: JobPoll): void {
    if (this.#waiting.size > 0) this.serve(poll);
    else this.#polls.add(poll);
  }

  /** Answers with what waits, nothing perhaps. */
  serve(poll: JobPoll): void {
    this.#polls.delete(poll);
    const messages: object[] = [];
    for (const job of this.#waiting) {
      if (messages.length === poll.maxJobs) break;
      this.#waiting.delete(job);
      // It may have been cancelled while it waited.
      if (job.state === 'ready') messages.push(this.#give(job, poll, 'poll'));
    }
    poll.answer(messages);
  }

  drop(poll: JobPoll): void {
    this.#polls.delete(poll);
  }

  #give(job: BookJob, { worker, timeoutMs }: JobStream | JobPoll, via: 'stream' | 'poll'): object {
    const { book } = this;
    if (book === undefined) throw new Error('There is no book of jobs yet.');
    book.activate(job, worker, via, timeoutMs);
    const fate = this.#faults.job();
    if (fate === 'timesOut') book.shorten(job, this.#faults.upTo(timeoutMs / 10));
    if (fate === 'cancelled') setTimeout(() => book.cancel(job), this.#faults.upTo(timeoutMs / 20));
    return toMessage(job, worker);
  }
}

/** The job as `ActivatedJob` of Camunda's `zeebe.proto`. */
function toMessage({ key, content: kind, activations, retries, untilMs }: BookJob, worker: string): object {
  return {
    key,
    type: JOB_TYPE,
    processInstanceKey: key,
    bpmnProcessId: 'soak',
    processDefinitionVersion: 1,
    processDefinitionKey: '1',
    elementId: 'Task',
    elementInstanceKey: key,
    customHeaders: JSON.stringify(JOB_KINDS[kind].headers),
    worker,
    retries,
    deadline: String(untilMs),
    variables: JSON.stringify(variablesOf(kind, key, activations)),
    tenantId: '<default>',
  };
}
