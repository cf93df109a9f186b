import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { memberText } from '@eventbridge-kit/event-job';
import { type ModelEngine, type ModelJob, RefusedError, type Refusal } from './model-engine.ts';

/** What a gateway received and what it answered; texts, so that nothing is rounded. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly status: number;
  readonly contentType: string;
  readonly answer: string;
}

export interface RestGatewayOptions {
  readonly version?: string;
  readonly tls?: ServerOptions;
  /** Answers 401 to calls whose header `authorization` it does not know; absent: to none. */
  readonly knows?: (authorization: string | undefined) => boolean;
}

interface Answer {
  readonly status: number;
  readonly text?: string;
}

const PROBLEMS: Readonly<Record<Refusal, { readonly status: number; readonly title: string }>> = {
  notFound: { status: 404, title: 'NOT_FOUND' },
  wrongState: { status: 409, title: 'INVALID_STATE' },
  invalid: { status: 400, title: 'INVALID_ARGUMENT' },
  busy: { status: 503, title: 'RESOURCE_EXHAUSTED' },
};

type Command = (engine: ModelEngine, key: string, body: string) => void;

/** The commands on a job, by method and the end of the path. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'POST completion': (engine, key, body) => engine.complete(key, part(body, 'variables')),
  'POST failure': (engine, key, body) =>
    engine.fail(key, {
      // What the gateway takes for a part that is not there.
      retries: Number(part(body, 'retries') ?? 0),
      retryBackoffMs: Number(part(body, 'retryBackOff') ?? 0),
      message: textPart(body, 'errorMessage'),
      variables: part(body, 'variables'),
    }),
  'POST error': (engine, key, body) =>
    engine.throwError(key, {
      code: textPart(body, 'errorCode'),
      message: textPart(body, 'errorMessage'),
      variables: part(body, 'variables'),
    }),
  'PATCH ': (engine, key, body) =>
    engine.extend(key, Number(memberText(memberText(body, 'changeset') ?? '{}', 'timeout'))),
};

/** A gateway on this machine that speaks the job calls of Camunda's REST API 8.8 for a model of an engine. */
export class RestGateway {
  readonly exchanges: Exchange[] = [];
  /** Called when all of an answer but its last character has been written. */
  onAnswering: () => void = () => undefined;
  readonly #engine: ModelEngine;
  readonly #options: RestGatewayOptions;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(engine: ModelEngine, options: RestGatewayOptions = {}) {
    this.#engine = engine;
    this.#options = options;
  }

  get url(): string {
    return `${this.#options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${this.#port}`;
  }

  /** Starts, or comes back at the port it had. */
  async start(): Promise<void> {
    const listener = (request: IncomingMessage, response: ServerResponse): void => void this.#handle(request, response);
    const { tls } = this.#options;
    const server: Server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port; // a TCP server has one
    this.#server = server;
  }

  /** Connections end at once, as when the process dies. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server?.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
    const body = Buffer.concat(chunks).toString('utf8');
    const ended = new AbortController();
    response.on('close', () => ended.abort());
    const { status, text = '' } = await this.#answer(`${method} ${path}`, headers.authorization, body, ended.signal);
    const contentType = status >= 400 ? 'application/problem+json' : text === '' ? '' : 'application/json';
    this.exchanges.push({ method, path, headers, body, status, contentType, answer: text });
    if (ended.signal.aborted) return;
    response.writeHead(status, contentType === '' ? {} : { 'content-type': contentType });
    response.write(text.slice(0, -1), () => {
      this.onAnswering();
      response.end(text.slice(-1));
    });
  }

  async #answer(call: string, authorization: string | undefined, body: string, ended: AbortSignal): Promise<Answer> {
    const instance = call.split(' ')[1] ?? '';
    const problem = (status: number, title: string, detail: string): Answer => ({
      status,
      text: JSON.stringify({ type: 'about:blank', title, status, detail, instance }),
    });
    if (this.#options.knows?.(authorization) === false)
      return problem(401, 'Unauthorized', 'who is calling is not known');
    try {
      if (call === 'GET /v2/topology') return { status: 200, text: topology(this.#options.version ?? '8.8.9') };
      if (call === 'POST /v2/jobs/activation') return { status: 200, text: await this.#activate(body, ended) };
      const [, method = '', key = '', action = ''] = /^(\w+) \/v2\/jobs\/(\d+)\/?(\w*)$/.exec(call) ?? [];
      const command = COMMANDS[`${method} ${action}`];
      if (command === undefined) return problem(404, 'Not Found', `No endpoint ${call}`);
      command(this.#engine, key, body);
      return { status: 204 };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { status, title } = PROBLEMS[error.refusal];
      return problem(status, title, error.message);
    }
  }

  async #activate(body: string, ended: AbortSignal): Promise<string> {
    const worker = textPart(body, 'worker');
    const fetchVariables = (part(body, 'fetchVariable') ?? []) as string[]; // the API's type
    const jobs = await this.#engine.activate(
      {
        type: textPart(body, 'type'),
        worker,
        timeoutMs: Number(part(body, 'timeout')),
        maxJobs: Number(part(body, 'maxJobsToActivate')),
        fetchVariables,
        tenantIds: (part(body, 'tenantIds') ?? []) as string[], // the API's type
        requestTimeoutMs: Number(part(body, 'requestTimeout') ?? 0),
      },
      ended,
    );
    return `{"jobs":[${jobs.map((job) => jobText(job, worker, fetchVariables)).join(',')}]}`;
  }
}

/** A member of a JSON object; undefined where it has none. */
function part(body: string, name: string): unknown {
  const text = memberText(body === '' ? '{}' : body, name);
  return text === undefined ? undefined : JSON.parse(text);
}

function textPart(body: string, name: string): string {
  const value = part(body, name) ?? '';
  if (typeof value !== 'string') throw new RefusedError('invalid', `${name} is no text`);
  return value;
}

function jobText(job: ModelJob, worker: string, fetchVariables: readonly string[]): string {
  const fields = {
    type: job.type,
    processDefinitionId: 'conformance',
    processDefinitionVersion: 1,
    elementId: 'task',
    customHeaders: job.content.headers,
    worker,
    retries: job.retries,
    deadline: job.untilMs,
    tenantId: job.tenantId,
    jobKey: job.key,
    processInstanceKey: '9007199254740991',
    processDefinitionKey: '2251799813685249',
    elementInstanceKey: '9007199254740995',
    kind: 'BPMN_ELEMENT',
    listenerEventType: 'UNSPECIFIED',
    tags: [],
  };
  return `${JSON.stringify(fields).slice(0, -1)},"variables":${chosen(job.content.variables, fetchVariables)}}`;
}

/** The named variables of an object, as they are written; all where none is named. */
export function chosen(variables: string, names: readonly string[]): string {
  if (names.length === 0) return variables;
  const members = names.flatMap((name) => {
    const text = memberText(variables, name);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(',')}}`;
}

function topology(gatewayVersion: string): string {
  return JSON.stringify({
    brokers: [],
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion,
    lastCompletedChangeId: '1',
  });
}
