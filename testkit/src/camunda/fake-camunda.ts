import type { JsonObject } from '@eventbridge-kit/issue';
import { CamundaError } from '../../../worker/src/camunda/camunda-error.ts';
import type {
  ActivatedJob,
  ActivateRequest,
  CamundaConnection,
  FailCommand,
  GatewayInfo,
  ThrowErrorCommand,
} from '../../../worker/src/camunda/job-port.ts';
import { sleep, type Clock } from '../../../worker/src/runtime/clock.ts';
import { ModelEngine, type JobCommand, type ModelJob } from './model-engine.ts';

/** What a call is met with: nothing, an error in place of the effect, or an error after the effect. */
export type Fault = undefined | { readonly error: CamundaError; readonly applied: boolean };

export type Operation = 'probe' | 'activate' | JobCommand;

export interface Command {
  readonly operation: JobCommand;
  readonly jobKey: string;
  /** Which activation of the job it was for, counted from 1. */
  readonly activation: number;
  readonly accepted: boolean;
  readonly variables?: JsonObject;
  readonly fail?: FailCommand;
  readonly thrown?: ThrowErrorCommand;
  readonly timeoutMs?: number;
}

export function unavailable(): CamundaError {
  return new CamundaError('unavailable', 'UNAVAILABLE', 'connection refused');
}

/** A connection to the model of an engine without a wire: it keeps a ledger, and misbehaves when it is told to. */
export class FakeCamunda implements CamundaConnection {
  readonly address: string;
  readonly setting = { variable: 'ZEEBE_GRPC_ADDRESS', wants: 'an address' };
  /** Every command in order. */
  readonly commands: Command[] = [];
  readonly requests: ActivateRequest[] = [];
  closed = false;
  /** Asked before each call. */
  faultFor: (operation: Operation) => Fault = () => undefined;
  /** What a request for jobs takes to be answered, once jobs were taken for it. */
  pollDelayMs = 0;

  readonly #engine: ModelEngine<ActivatedJob>;
  readonly #jobs = new Map<string, ModelJob<ActivatedJob>>();
  readonly #clock: Clock;

  constructor(clock: Clock, address = 'grpc://fake:26500') {
    this.#clock = clock;
    this.#engine = new ModelEngine({ nowMs: () => clock.nowMs() });
    this.address = address;
  }

  addJobs(...jobs: readonly ActivatedJob[]): void {
    for (const job of jobs) this.#add(job);
  }

  /** The job is given to the worker, whichever way it then gets there. */
  activateFor(job: ActivatedJob, timeoutMs: number): void {
    this.#engine.handOut(this.#add(job), timeoutMs);
  }

  /** The job is cancelled by its process. */
  cancel(jobKey: string): void {
    this.#engine.cancel(this.#job(jobKey));
  }

  activationsOf(jobKey: string): number {
    return this.#job(jobKey).activations;
  }

  /** The accepted commands that ended a job's activation. */
  outcomesOf(jobKey: string): Command[] {
    return this.commands.filter(
      ({ jobKey: key, accepted, operation }) => key === jobKey && accepted && operation !== 'extend',
    );
  }

  probe(): Promise<GatewayInfo> {
    const fault = this.faultFor('probe');
    return fault === undefined ? Promise.resolve({ gatewayVersion: '8.8.0' }) : Promise.reject(fault.error);
  }

  async activate(request: ActivateRequest, signal?: AbortSignal): Promise<ActivatedJob[]> {
    this.requests.push(request);
    const fault = this.faultFor('activate');
    if (fault !== undefined) throw fault.error;
    if (this.pollDelayMs > 0) {
      const taken = this.#engine.take(request);
      await sleep(this.#clock, this.pollDelayMs);
      return taken.map(toActivated);
    }
    const ended = new AbortController();
    const end = (): void => ended.abort();
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
    void sleep(this.#clock, request.requestTimeoutMs, ended.signal).then(end);
    const jobs = await this.#engine.activate(request, ended.signal);
    signal?.removeEventListener('abort', end);
    end();
    return jobs.map(toActivated);
  }

  complete(jobKey: string, variables: JsonObject): Promise<void> {
    return this.#command({ operation: 'complete', jobKey, variables }, () => this.#engine.complete(jobKey, variables));
  }

  fail(jobKey: string, fail: FailCommand): Promise<void> {
    // At once would be within the request for jobs that is open: a test could not look at the failure alone.
    const retryBackoffMs = Math.max(1, fail.retryBackoffMs);
    return this.#command({ operation: 'fail', jobKey, fail }, () =>
      this.#engine.fail(jobKey, { ...fail, retryBackoffMs }),
    );
  }

  throwError(jobKey: string, thrown: ThrowErrorCommand): Promise<void> {
    return this.#command({ operation: 'throwError', jobKey, thrown }, () => this.#engine.throwError(jobKey, thrown));
  }

  extend(jobKey: string, timeoutMs: number): Promise<void> {
    return this.#command({ operation: 'extend', jobKey, timeoutMs }, () => this.#engine.extend(jobKey, timeoutMs));
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  #add(job: ActivatedJob): ModelJob<ActivatedJob> {
    const { key, type, tenantId, retries } = job;
    const made = this.#engine.createJob({ key, type, tenantId, retries, content: job });
    this.#jobs.set(key, made);
    return made;
  }

  async #command(command: Omit<Command, 'accepted' | 'activation'>, apply: () => void): Promise<void> {
    const job = this.#job(command.jobKey);
    const fault = this.faultFor(command.operation);
    // Stricter than an engine, which takes commands for a job that waits too: so a second outcome of one activation shows.
    const isActive = job.state === 'active';
    const takesEffect = isActive && (fault === undefined || fault.applied);
    this.commands.push({ ...command, activation: job.activations, accepted: takesEffect });
    if (takesEffect) apply();
    // An answer takes a turn, as on a wire.
    await Promise.resolve();
    if (fault !== undefined) throw fault.error;
    if (!isActive) throw new CamundaError('notFound', 'NOT_FOUND', `no job ${command.jobKey}`);
  }

  #job(jobKey: string): ModelJob<ActivatedJob> {
    const job = this.#jobs.get(jobKey);
    if (job === undefined) throw new Error(`The test has no job ${jobKey}.`);
    return job;
  }
}

function toActivated({ content, retries }: ModelJob<ActivatedJob>): ActivatedJob {
  return { ...content, retries };
}
