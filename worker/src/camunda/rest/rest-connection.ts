import { isJsonObject } from '@eventbridge-kit/issue';
import { callUrl, firstValue, type Connection, type HttpAnswer, type Wait } from '../../network/http-call.ts';
import type { Authorization } from '../authorization.ts';
import { CamundaError, fromNetworkError } from '../camunda-error.ts';
import type { ActivatedJob, ActivateRequest, CamundaConnection } from '../job-port.ts';
import { foreign, parseAnswer, refusalOf } from './answer.ts';
import { readActivation } from './read-activation.ts';

export interface RestConnectionOptions extends Connection {
  /** Address without a path behind it, as `parseRestAddress` gives it. */
  readonly url: string;
  readonly authorization: Authorization;
}

// As over gRPC.
const COMMAND_WAIT: Wait = { timeoutMs: 10_000 };
/** What a long poll may take above the time the gateway holds it open. */
const ACTIVATE_GRACE_MS = 10_000;

/**
 * Camunda over REST, version 8.8 and newer: the six calls of a worker. It has no stream of jobs: they are polled for.
 * Paths and bodies are those of `rest-api.yaml` in io.camunda:zeebe-gateway-protocol:8.8.9; the engine's tests check each
 * exchange by it.
 */
export function connectRest({ url, authorization, ...connection }: RestConnectionOptions): CamundaConnection {
  const call = async (method: string, path: string, body?: object, wait = COMMAND_WAIT): Promise<string> => {
    const answer = await send({ method, path, body, wait });
    if (answer.status === 401) authorization.refused();
    if (answer.status >= 400) throw refusalOf(answer);
    refuseForeign(answer);
    return answer.body;
  };

  const send = async ({ method, path, body, wait }: SentCall): Promise<HttpAnswer> => {
    try {
      const headers = {
        ...(await authorization.headers()),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const text = body === undefined ? '' : JSON.stringify(body);
      return await callUrl({ method, url: `${url}/v2${path}`, headers, body: text, ...wait }, connection);
    } catch (error) {
      throw error instanceof CamundaError ? error : fromNetworkError('UNAVAILABLE', error);
    }
  };

  const onJob = async (jobKey: string, method: string, command: string, body: object): Promise<void> => {
    await call(method, `/jobs/${encodeURIComponent(jobKey)}${command}`, body);
  };

  const activate = async (request: ActivateRequest, signal?: AbortSignal): Promise<ActivatedJob[]> => {
    const wait = { timeoutMs: Math.max(0, request.requestTimeoutMs) + ACTIVATE_GRACE_MS, signal };
    try {
      if (isAborted(signal)) return [];
      return readActivation(await call('POST', '/jobs/activation', toActivation(request), wait));
    } catch (error) {
      if (isAborted(signal)) return [];
      throw error;
    }
  };

  return {
    address: url,
    setting: {
      variable: 'ZEEBE_REST_ADDRESS',
      wants: 'the REST address of a Camunda gateway of version 8.8 or newer, usually port 8080',
    },
    probe: async () => {
      const topology = parseAnswer(await call('GET', '/topology'));
      const version = isJsonObject(topology) ? topology['gatewayVersion'] : undefined;
      if (typeof version !== 'string') throw foreign('a topology without a gatewayVersion');
      refuseOldGateway(version);
      return { gatewayVersion: version };
    },
    activate,
    complete: (jobKey, variables) => onJob(jobKey, 'POST', '/completion', { variables }),
    fail: (jobKey, { retries, message, retryBackoffMs, variables }) =>
      onJob(jobKey, 'POST', '/failure', { retries, errorMessage: message, retryBackOff: retryBackoffMs, variables }),
    throwError: (jobKey, { code, message, variables }) =>
      onJob(jobKey, 'POST', '/error', { errorCode: code, errorMessage: message, variables }),
    extend: (jobKey, timeoutMs) => onJob(jobKey, 'PATCH', '', { changeset: { timeout: timeoutMs } }),
    close: () => {
      connection.agents.http.destroy();
      connection.agents.https.destroy();
      return Promise.resolve();
    },
  };
}

interface SentCall {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
  readonly wait: Wait;
}

/** Read anew each time: it changes while the call lasts. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

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
    fetchVariable: fetchVariables,
    requestTimeout: requestTimeoutMs,
    // None means the default tenant.
    ...(tenantIds.length > 0 && { tenantIds }),
  };
}

/** Answers that no gateway gives, such as a proxy's page to log in. */
function refuseForeign({ status, headers }: HttpAnswer): void {
  if (status >= 300) throw foreign(`a redirect (HTTP ${status})`);
  if (status === 200 && !/\bjson\b/.test(firstValue(headers, 'content-type') ?? ''))
    throw foreign('an answer that is no JSON (HTTP 200)');
}

/** From this version on keys are JSON text; before, they are numbers, which JavaScript rounds above 2^53. */
// `LongKey` of rest-api.yaml in io.camunda:zeebe-gateway-protocol:8.8.9
const FIRST_WITH_TEXT_KEYS = { major: 8, minor: 8 } as const;

/** Throws for a gateway whose keys would be rounded, so that another job would be completed. */
function refuseOldGateway(version: string): void {
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  if (
    major > FIRST_WITH_TEXT_KEYS.major ||
    (major === FIRST_WITH_TEXT_KEYS.major && minor >= FIRST_WITH_TEXT_KEYS.minor)
  )
    return;
  throw new CamundaError(
    'rejected',
    'GATEWAY_TOO_OLD',
    `the gateway is version ${version}, and REST needs 8.8 or newer, since before it job keys are rounded`,
    'Use gRPC: set --protocol grpc and ZEEBE_GRPC_ADDRESS, or upgrade Camunda.',
  );
}
