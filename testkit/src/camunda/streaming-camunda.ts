import type { CamundaError } from '../../../worker/src/camunda/camunda-error.ts';
import type { ActivatedJob, StreamRequest } from '../../../worker/src/camunda/job-port.ts';
import { FakeCamunda } from './fake-camunda.ts';

interface OpenStream {
  readonly request: StreamRequest;
  readonly signal: AbortSignal;
}

/** An engine in memory that pushes jobs, too. */
export class StreamingCamunda extends FakeCamunda {
  readonly streams: OpenStream[] = [];
  /** Asked when a stream is opened. */
  streamFault: () => CamundaError | undefined = () => undefined;
  readonly #pushed: ActivatedJob[] = [];
  #broken: CamundaError | undefined;
  #change = new AbortController();

  /** Pushed jobs that nobody has read. */
  get unread(): number {
    return this.#pushed.length;
  }

  /** A job becomes ready while a stream is open. */
  push(job: ActivatedJob): void {
    this.activateFor(job, 60_000);
    this.#pushed.push(job);
    this.#announce();
  }

  /** The open streams fail. */
  breakStreams(error: CamundaError): void {
    this.#broken = error;
    this.#announce();
  }

  readonly stream = (request: StreamRequest, signal: AbortSignal): AsyncIterable<ActivatedJob> => {
    this.streams.push({ request, signal });
    this.#broken = this.streamFault();
    return this.#jobs(signal);
  };

  async *#jobs(signal: AbortSignal): AsyncGenerator<ActivatedJob> {
    for (;;) {
      const job = this.#pushed.shift();
      if (job !== undefined) yield job;
      else if (signal.aborted) return;
      else if (this.#broken !== undefined) throw this.#broken;
      else await this.#changed(signal);
    }
  }

  #changed(signal: AbortSignal): Promise<void> {
    const change = this.#change.signal;
    return new Promise((resolve) => {
      change.addEventListener('abort', () => resolve(), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #announce(): void {
    const change = this.#change;
    this.#change = new AbortController();
    change.abort();
  }
}
