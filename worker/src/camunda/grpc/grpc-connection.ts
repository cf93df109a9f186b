import type { ClientReadableStream } from '@grpc/grpc-js';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { ActivatedJob, ActivateRequest, CamundaConnection, StreamRequest } from '../job-port.ts';
import { parseVariables } from '@eventbridge-kit/event-job';
import { Gateway, type GatewayMethod, type GatewayOptions } from './gateway.ts';
import type { ActivatedJobMessage, ActivateJobsResponse, TopologyResponse } from './messages.ts';

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
  const command = async (name: GatewayMethod, request: object): Promise<void> => {
    await gateway.call<object>(name, request, COMMAND_TIMEOUT_MS);
  };
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
    stream: (request, signal) => stream(gateway, request, signal),
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

async function* stream(gateway: Gateway, request: StreamRequest, signal: AbortSignal): AsyncGenerator<ActivatedJob> {
  const call = await gateway.stream('StreamActivatedJobs', {
    type: request.type,
    worker: request.worker,
    timeout: request.timeoutMs,
    fetchVariable: request.fetchVariables,
    tenantIds: request.tenantIds,
  });
  const cancel = (): void => call.cancel();
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  // A reader that leaves may not be there to hear of the end.
  call.on('error', () => undefined);
  try {
    // The proto file decides the shape; ./messages.ts repeats what is read of it.
    for await (const message of call) yield toJob(message as ActivatedJobMessage);
  } catch (error) {
    if (!signal.aborted) throw gateway.failure(error);
  } finally {
    signal.removeEventListener('abort', cancel);
    call.cancel();
  }
}

function toJob(message: ActivatedJobMessage): ActivatedJob {
  return {
    key: message.key,
    type: message.type,
    elementId: message.elementId,
    elementInstanceKey: message.elementInstanceKey,
    processInstanceKey: message.processInstanceKey,
    processId: message.bpmnProcessId,
    tenantId: message.tenantId,
    retries: message.retries,
    // The engine writes header values as text only.
    headers: JSON.parse(message.customHeaders) as JsonObject as Record<string, string>,
    variables: parseVariables(message.variables),
  };
}
