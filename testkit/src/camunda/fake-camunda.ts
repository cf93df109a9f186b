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
import { sleep, type Clock } from '../../../worker/src/world/clock.ts';

/** What a call is met with: nothing, an error in place of the effect, or an error after the effect. */
export type Fault = undefined | { readonly error: CamundaError; readonly applied: boolean };

export type Operation = 'probe' | 'activate' | 'complete' | 'fail' | 'throwError' | 'extend';

export interface Command {
  readonly operation: Exclude<Operation, 'probe' | 'activate'>;
  readonly jobKey: string;
  /** Which activation of the job it was for, counted from 1. */
  readonly activation: number;
  readonly accepted: boolean;
  readonly variables?: JsonObject;
  readonly fail?: FailCommand;
  readonly thrown?: ThrowErrorCommand;
  readonly timeoutMs?: number;
}

interface Slot {
  job: ActivatedJob;
  state: 'waiting' | 'active' | 'ended';
  deadlineMs: number;
  activations: number;
}

export function unavailable(): CamundaError {
  return new CamundaError('unavailable', 'UNAVAILABLE', 'connection refused');
}

/** An engine in memory: hands out jobs, takes commands, keeps a ledger, and misbehaves when it is told to. */
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

  readonly #slots = new Map<string, Slot>();
  readonly #clock: Clock;
  #arrival = new AbortController();

  constructor(clock: Clock, address = 'grpc://fake:26500') {
    this.#clock = clock;
    this.address = address;
  }

  addJobs(...jobs: readonly ActivatedJob[]): void {
    for (const job of jobs) this.#slots.set(job.key, { job, state: 'waiting', deadlineMs: 0, activations: 0 });
    this.#announce();
  }

  /** The job is given to the worker, whichever way it then gets there. */
  activateFor(job: ActivatedJob, timeoutMs: number): void {
    const deadlineMs = this.#clock.nowMs() + timeoutMs;
    this.#slots.set(job.key, { job, state: 'active', deadlineMs, activations: 1 });
  }

  /** The job is cancelled by its process. */
  cancel(jobKey: string): void {
    this.#slot(jobKey).state = 'ended';
  }

  activationsOf(jobKey: string): number {
    return this.#slot(jobKey).activations;
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
    const taken = this.#take(request);
    if (this.pollDelayMs > 0) {
      await sleep(this.#clock, this.pollDelayMs);
      return taken;
    }
    if (taken.length > 0 || signal?.aborted === true) return taken;
    const waited = new AbortController();
    const end = (): void => waited.abort();
    const arrival = this.#arrival.signal;
    arrival.addEventListener('abort', end);
    signal?.addEventListener('abort', end);
    await sleep(this.#clock, request.requestTimeoutMs, waited.signal);
    arrival.removeEventListener('abort', end);
    signal?.removeEventListener('abort', end);
    return this.#take(request);
  }

  complete(jobKey: string, variables: JsonObject): Promise<void> {
    return this.#command({ operation: 'complete', jobKey, variables }, (slot) => {
      slot.state = 'ended';
    });
  }

  fail(jobKey: string, fail: FailCommand): Promise<void> {
    return this.#command({ operation: 'fail', jobKey, fail }, (slot) => {
      slot.job = { ...slot.job, retries: fail.retries };
      slot.state = fail.retries > 0 ? 'waiting' : 'ended';
    });
  }

  throwError(jobKey: string, thrown: ThrowErrorCommand): Promise<void> {
    return this.#command({ operation: 'throwError', jobKey, thrown }, (slot) => {
      slot.state = 'ended';
    });
  }

  extend(jobKey: string, timeoutMs: number): Promise<void> {
    return this.#command({ operation: 'extend', jobKey, timeoutMs }, (slot) => {
      slot.deadlineMs = this.#clock.nowMs() + timeoutMs;
    });
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  #announce(): void {
    const arrived = this.#arrival;
    this.#arrival = new AbortController();
    arrived.abort();
  }

  #take({ type, maxJobs, timeoutMs }: ActivateRequest): ActivatedJob[] {
    const nowMs = this.#clock.nowMs();
    const free = [...this.#slots.values()].filter(
      ({ job, state, deadlineMs }) =>
        job.type === type && (state === 'waiting' || (state === 'active' && deadlineMs <= nowMs)),
    );
    return free.slice(0, maxJobs).map((slot) => {
      slot.state = 'active';
      slot.deadlineMs = nowMs + timeoutMs;
      slot.activations += 1;
      return slot.job;
    });
  }

  async #command(command: Omit<Command, 'accepted' | 'activation'>, apply: (slot: Slot) => void): Promise<void> {
    const slot = this.#slot(command.jobKey);
    const fault = this.faultFor(command.operation);
    const refusal =
      slot.state === 'active' ? undefined : new CamundaError('notFound', 'NOT_FOUND', `no job ${command.jobKey}`);
    const takesEffect = refusal === undefined && (fault === undefined || fault.applied);
    this.commands.push({ ...command, activation: slot.activations, accepted: takesEffect });
    if (takesEffect) apply(slot);
    // An answer takes a turn, as on a wire.
    await Promise.resolve();
    if (fault !== undefined) throw fault.error;
    if (refusal !== undefined) throw refusal;
  }

  #slot(jobKey: string): Slot {
    const slot = this.#slots.get(jobKey);
    if (slot === undefined) throw new Error(`The test has no job ${jobKey}.`);
    return slot;
  }
}
