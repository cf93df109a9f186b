import { status } from '@grpc/grpc-js';
import type { Answer, Respond } from './fake-gateway.ts';
import { type ModelEngine, RefusedError, type Refusal } from './model-engine.ts';
import { chosen } from './model-rest.ts';

const CODES: Readonly<Record<Refusal, status>> = {
  notFound: status.NOT_FOUND,
  wrongState: status.FAILED_PRECONDITION,
  invalid: status.INVALID_ARGUMENT,
  busy: status.RESOURCE_EXHAUSTED,
};

type Request = Readonly<Record<string, unknown>>;

type Method = (engine: ModelEngine, request: Request) => void;

const COMMANDS: Readonly<Record<string, Method>> = {
  CompleteJob: (engine, request) => engine.complete(text(request, 'jobKey'), JSON.parse(text(request, 'variables'))),
  FailJob: (engine, request) =>
    engine.fail(text(request, 'jobKey'), {
      retries: Number(request['retries']),
      retryBackoffMs: Number(request['retryBackOff']),
      message: text(request, 'errorMessage'),
      variables: JSON.parse(text(request, 'variables')),
    }),
  ThrowError: (engine, request) =>
    engine.throwError(text(request, 'jobKey'), {
      code: text(request, 'errorCode'),
      message: text(request, 'errorMessage'),
      variables: JSON.parse(text(request, 'variables')),
    }),
  UpdateJobTimeout: (engine, request) => engine.extend(text(request, 'jobKey'), Number(request['timeout'])),
};

/** Answers gRPC calls for a model of an engine. */
export function respondFor(engine: ModelEngine): Respond {
  return async (method, request, ended): Promise<Answer> => {
    try {
      if (method === 'Topology') return { message: { gatewayVersion: '8.8.9' } };
      if (method === 'ActivateJobs') return { messages: [{ jobs: await activate(engine, request, ended) }] };
      const command = COMMANDS[method];
      if (command === undefined) return { code: status.UNIMPLEMENTED, details: method };
      command(engine, request);
      return { message: {} };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return { code: CODES[error.refusal], details: error.message };
    }
  };
}

async function activate(engine: ModelEngine, request: Request, ended: AbortSignal): Promise<object[]> {
  // The proto file's types.
  const fetchVariables = request['fetchVariable'] as string[];
  const jobs = await engine.activate(
    {
      type: text(request, 'type'),
      worker: text(request, 'worker'),
      timeoutMs: Number(request['timeout']),
      maxJobs: Number(request['maxJobsToActivate']),
      fetchVariables,
      tenantIds: request['tenantIds'] as string[],
      requestTimeoutMs: Number(request['requestTimeout']),
    },
    ended,
  );
  return jobs.map((job) => ({
    key: job.key,
    type: job.type,
    processInstanceKey: '9007199254740991',
    bpmnProcessId: 'conformance',
    elementId: 'task',
    elementInstanceKey: '9007199254740995',
    customHeaders: JSON.stringify(job.content.headers),
    retries: job.retries,
    deadline: String(job.untilMs),
    variables: chosen(job.content.variables, fetchVariables),
    tenantId: job.tenantId,
  }));
}

function text(request: Request, name: string): string {
  return String(request[name]);
}
