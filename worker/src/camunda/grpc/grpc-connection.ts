import type { ClientReadableStream } from '@grpc/grpc-js';
import { LruMap } from '@eventbridge-kit/issue';
import type { ActivatedJob, ActivateRequest, CamundaConnection, StreamRequest } from '../job-port.ts';
import { parseVariables } from '@eventbridge-kit/event-job';
import { Gateway, type GatewayMethod, type GatewayOptions } from './gateway.ts';
import { int64Text, type ActivatedJobMessage, type ActivateJobsResponse, type TopologyResponse } from './messages.ts';

export interface GrpcConnectionOptions extends GatewayOptions {
  /** The address as messages show it. */
  readonly address: string;
}

// Camunda's Java client waits as long for a command.
// https://docs.camunda.io/docs/apis-tools/java-client/getting-started/ (defaultRequestTimeout)
const COMMAND_TIMEOUT_MS = 10_000;
/** What a long poll may take above the time the gateway holds it open. */
const ACTIVATE_GRACE_MS = 10_000;

/** Camunda over gRPC: every version from 8.6. */
export function connectGrpc(options: GrpcConnectionOptions): CamundaConnection {
  const gateway = new Gateway(options);
  // The answer to a command is an empty message, which nobody reads.
  const command = (name: GatewayMethod, request: object): Promise<void> =>
    gateway.call<undefined>(name, request, COMMAND_TIMEOUT_MS);
  return {
    address: options.address,
    setting: {
      variable: 'ZEEBE_GRPC_ADDRESS',
      wants: 'the gRPC address of a Camunda gateway of version 8.6 or newer, usually port 26500',
    },
    probe: async () => {
      const { gatewayVersion } = await gateway.call<TopologyResponse>('Topology', {}, COMMAND_TIMEOUT_MS);
      return { gatewayVersion };
    },
    activate: (request, signal) => activate(gateway, request, signal),
    stream: (request, signal) => new JobStream(gateway, request, signal),
    complete: (jobKey, variables) => command('CompleteJob', { jobKey, variables: JSON.stringify(variables) }),
    fail: (jobKey, { retries, message, retryBackoffMs, variables }) =>
      command('FailJob', {
        jobKey,
        retries,
        errorMessage: message,
        retryBackOff: retryBackoffMs,
        variables: JSON.stringify(variables),
      }),
    throwError: (jobKey, { code, message, variables }) =>
      command('ThrowError', { jobKey, errorCode: code, errorMessage: message, variables: JSON.stringify(variables) }),
    extend: (jobKey, timeoutMs) => command('UpdateJobTimeout', { jobKey, timeout: timeoutMs }),
    close: () => {
      gateway.close();
      return Promise.resolve();
    },
  };
}

async function activate(gateway: Gateway, request: ActivateRequest, signal?: AbortSignal): Promise<ActivatedJob[]> {
  if (signal?.aborted === true) return [];
  const stream = await gateway.stream(
    'ActivateJobs',
    {
      type: request.type,
      worker: request.worker,
      timeout: request.timeoutMs,
      maxJobsToActivate: request.maxJobs,
      fetchVariable: request.fetchVariables,
      requestTimeout: request.requestTimeoutMs,
      tenantIds: request.tenantIds,
    },
    Math.max(0, request.requestTimeoutMs) + ACTIVATE_GRACE_MS,
  );
  return collect(gateway, stream, signal);
}

/** The jobs of one call. What came before a failure or an abort is given: those jobs are this worker's already. */
function collect(
  gateway: Gateway,
  stream: ClientReadableStream<object>,
  signal?: AbortSignal,
): Promise<ActivatedJob[]> {
  return new Promise((resolve, reject) => {
    const jobs: ActivatedJob[] = [];
    const cancel = (): void => stream.cancel();
    signal?.addEventListener('abort', cancel);
    // It may have aborted while the authorization was fetched.
    if (signal?.aborted === true) cancel();
    const settle = (end: () => void): void => {
      signal?.removeEventListener('abort', cancel);
      end();
    };
    stream.on('data', (response: ActivateJobsResponse) => jobs.push(...response.jobs.map(toJob)));
    stream.on('end', () => settle(() => resolve(jobs)));
    stream.on('error', (error) => {
      settle(() => {
        if (jobs.length > 0 || signal?.aborted === true) resolve(jobs);
        else reject(gateway.failure(error));
      });
    });
  });
}

/** Jobs as they come. Not a generator over the call: for every job that takes a dozen promises more. */
class JobStream implements AsyncIterableIterator<ActivatedJob> {
  readonly #gateway: Gateway;
  readonly #request: StreamRequest;
  readonly #signal: AbortSignal;
  #call: ClientReadableStream<object> | undefined;
  /** Undefined while the call lasts; then what ended it, null for an end without an error. */
  #end: unknown = undefined;
  #wake: (() => void) | undefined;

  constructor(gateway: Gateway, request: StreamRequest, signal: AbortSignal) {
    this.#gateway = gateway;
    this.#request = request;
    this.#signal = signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<ActivatedJob, undefined>> {
    const message: unknown = this.#call?.read() ?? null;
    return message === null
      ? this.#waitForNext()
      : Promise.resolve({ done: false, value: toJob(message as ActivatedJobMessage) });
  }

  return(): Promise<IteratorResult<ActivatedJob, undefined>> {
    this.#signal.removeEventListener('abort', this.#cancel);
    this.#end ??= null;
    this.#cancel();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #waitForNext(): Promise<IteratorResult<ActivatedJob, undefined>> {
    const call = (this.#call ??= await this.#open());
    for (;;) {
      const message: unknown = call.read();
      // The proto file decides the shape; ./messages.ts repeats what is read of it.
      if (message !== null) return { done: false, value: toJob(message as ActivatedJobMessage) };
      if (this.#end !== undefined) break;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const error = this.#end;
    await this.return();
    if (error !== null && !this.#signal.aborted) throw this.#gateway.failure(error);
    return { done: true, value: undefined };
  }

  async #open(): Promise<ClientReadableStream<object>> {
    const { type, worker, timeoutMs, fetchVariables, tenantIds } = this.#request;
    const call = await this.#gateway.stream('StreamActivatedJobs', {
      type,
      worker,
      timeout: timeoutMs,
      fetchVariable: fetchVariables,
      tenantIds,
    });
    this.#signal.addEventListener('abort', this.#cancel);
    call.on('readable', () => this.#wake?.());
    call.on('end', () => this.#ended(null));
    call.on('error', (error) => this.#ended(error));
    if (this.#signal.aborted) call.cancel();
    return call;
  }

  #ended(error: unknown): void {
    this.#end ??= error;
    this.#wake?.();
  }

  readonly #cancel = (): void => this.#call?.cancel();
}

function toJob(message: ActivatedJobMessage): ActivatedJob {
  return {
    key: int64Text(message.key),
    type: message.type,
    elementId: message.elementId,
    elementInstanceKey: int64Text(message.elementInstanceKey),
    processInstanceKey: int64Text(message.processInstanceKey),
    processId: message.bpmnProcessId,
    tenantId: message.tenantId,
    retries: message.retries,
    headers: parseHeaders(message.customHeaders),
    variables: parseVariables(message.variables),
  };
}

/** Headers kept parsed: those of a task are the same in all its jobs. */
const parsedHeaders = new LruMap<string, Readonly<Record<string, string>>>(200);

function parseHeaders(text: string): Readonly<Record<string, string>> {
  // The engine writes header values as text only.
  return parsedHeaders.getOrMake(text, () => Object.freeze(JSON.parse(text) as Record<string, string>));
}
