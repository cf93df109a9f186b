import type { CamundaClientLoose, CamundaOptions } from '@camunda8/orchestration-cluster-api';
import type { JsonObject } from '@eventbridge-kit/connector';
import type { Connection, Wait } from '../../network/call-http.ts';
import type { Authorization } from '../authorization.ts';
import { CamundaError } from '../camunda-error.ts';
import type { ActivatedJob, ActivateRequest, CamundaConnection } from '../job-port.ts';
import { fromProblem } from './answer.ts';
import { createFailures } from './failures.ts';
import { createGatewayFetch } from './gateway-fetch.ts';
import { refuseOldGateway } from './gateway-version.ts';

export interface RestConnectionOptions extends Connection {
  /** Address without a path behind it, as `parseRestAddress` gives it. */
  readonly url: string;
  readonly authorization: Authorization;
  /** How strictly the client looks at what is sent and received, default not at all; tests use `fanatical`. */
  readonly validation?: 'none' | 'fanatical';
}

// As over gRPC.
const COMMAND_TIMEOUT_MS = 10_000;
/** What a long poll may take above the time the gateway holds it open. */
const ACTIVATE_GRACE_MS = 10_000;

/** A client for one activation at a time: the client itself hands neither its wait nor a signal to `fetch`. */
interface Activator {
  readonly client: CamundaClientLoose;
  wait: Wait;
}

/** Camunda over REST, version 8.8 and newer. It has no stream of jobs: they are polled for. */
export function connectRest(options: RestConnectionOptions): CamundaConnection {
  const failures = createFailures();
  const createClient = async (wait: () => Wait): Promise<CamundaClientLoose> => {
    // Loaded here, since it takes longer than the rest of the worker, which does without it over gRPC.
    const { createCamundaClientLoose } = await import('@camunda8/orchestration-cluster-api');
    return createCamundaClientLoose({
      ...QUIET,
      config: {
        ...QUIET.config,
        CAMUNDA_REST_ADDRESS: options.url,
        CAMUNDA_SDK_VALIDATION: options.validation ?? 'none',
      },
      fetch: createGatewayFetch({ ...options, failures }, wait),
    });
  };

  let commandClient: Promise<CamundaClientLoose> | undefined;
  const idleActivators: Activator[] = [];

  const call = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await send();
    } catch (error) {
      throw failures.take(error) ?? fromProblem(error) ?? unexpected(error);
    }
  };

  const command = <Answer>(send: (client: CamundaClientLoose) => Promise<Answer>): Promise<Answer> =>
    call(async () => send(await (commandClient ??= createClient(() => ({ timeoutMs: COMMAND_TIMEOUT_MS })))));

  const openActivator = async (): Promise<Activator> => {
    const activator: { wait: Wait } = { wait: { timeoutMs: COMMAND_TIMEOUT_MS } };
    const client = await createClient(() => activator.wait);
    return Object.assign(activator, { client });
  };

  const activate = async (request: ActivateRequest, signal?: AbortSignal): Promise<ActivatedJob[]> => {
    const activator = idleActivators.pop() ?? (await openActivator());
    activator.wait = { timeoutMs: Math.max(0, request.requestTimeoutMs) + ACTIVATE_GRACE_MS, signal };
    try {
      if (isAborted(signal)) return [];
      const { jobs } = await call(() => activator.client.activateJobs(toActivation(request)));
      return jobs.map(toJob);
    } catch (error) {
      if (isAborted(signal)) return [];
      throw error;
    } finally {
      idleActivators.push(activator);
    }
  };

  return {
    address: options.url,
    setting: {
      variable: 'ZEEBE_REST_ADDRESS',
      wants: 'the REST address of a Camunda gateway of version 8.8 or newer, usually port 8080',
    },
    probe: async () => {
      const { gatewayVersion } = await command((client) => client.getTopology());
      refuseOldGateway(gatewayVersion);
      return { gatewayVersion };
    },
    activate,
    complete: (jobKey, variables) => command((client) => client.completeJob({ jobKey, variables })),
    fail: (jobKey, { retries, message, retryBackoffMs, variables }) =>
      command((client) =>
        client.failJob({ jobKey, retries, errorMessage: message, retryBackOff: retryBackoffMs, variables }),
      ),
    throwError: (jobKey, { code, message, variables }) =>
      command((client) => client.throwJobError({ jobKey, errorCode: code, errorMessage: message, variables })),
    extend: (jobKey, timeoutMs) => command((client) => client.updateJob({ jobKey, changeset: { timeout: timeoutMs } })),
    close: () => {
      options.agents.http.destroy();
      options.agents.https.destroy();
      return Promise.resolve();
    },
  };
}

/** Read anew each time: it changes while the call lasts. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** The client as a sender of commands and nothing else: retries, waits, logs and credentials are the worker's. */
const QUIET = {
  // Not this process' environment: what counts was read already.
  env: {},
  config: {
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
    // Watches, but holds no call back.
    CAMUNDA_SDK_BACKPRESSURE_PROFILE: 'LEGACY',
    CAMUNDA_SDK_LOG_LEVEL: 'silent',
  },
} as const satisfies CamundaOptions;

function toActivation({
  type,
  worker,
  timeoutMs,
  maxJobs,
  fetchVariables,
  tenantIds,
  requestTimeoutMs,
}: ActivateRequest) {
  return {
    type,
    worker,
    timeout: timeoutMs,
    maxJobsToActivate: maxJobs,
    fetchVariable: [...fetchVariables],
    requestTimeout: requestTimeoutMs,
    // None means the default tenant.
    ...(tenantIds.length > 0 && { tenantIds: [...tenantIds] }),
  };
}

type JobMessage = Awaited<ReturnType<CamundaClientLoose['activateJobs']>>['jobs'][number];

function toJob(message: JobMessage): ActivatedJob {
  return {
    key: keyOf(message.jobKey),
    type: message.type,
    elementId: message.elementId,
    elementInstanceKey: keyOf(message.elementInstanceKey),
    processInstanceKey: keyOf(message.processInstanceKey),
    processId: message.processDefinitionId,
    tenantId: message.tenantId,
    retries: message.retries,
    // The engine writes header values as text only.
    headers: message.customHeaders as Record<string, string>,
    // JSON as the gateway sent it.
    variables: message.variables as JsonObject,
  };
}

/** A key that came as a number was rounded on the way: a command with it would end another job. */
function keyOf(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new CamundaError('rejected', 'ROUNDED_KEY', `a job's key came as ${typeof key}, not as text`);
}

/** What the client itself found wrong, such as an answer that is not of the shape it knows. */
function unexpected(error: unknown): CamundaError {
  const reason = error instanceof Error ? error.message : String(error);
  return new CamundaError('rejected', 'CLIENT', reason.slice(0, 500));
}
