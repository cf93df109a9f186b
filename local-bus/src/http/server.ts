import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { thrownText } from '@eventbridge-kit/issue';
import {
  corsHeaders,
  createHttpServer,
  readBody,
  refusedCaller,
  send,
  targetOf,
  type CallerRefusal,
  type Serve,
} from '@eventbridge-kit/node-kit/http';
import { handleAwsRequest, refuseAwsRequest, type Wire } from '../protocols/handle.ts';
import type { AwsRequest } from '../protocols/protocol.ts';
import { TOO_LARGE_PAGE } from '../faults/kinds/too-large.ts';
import type { BusState } from '../operations/operation.ts';
import { answer, handleControl } from './control-route.ts';
import { listEvents, streamEvents } from './feed-route.ts';

/** How long an idle connection stays open: longer than clients keep theirs, so that none is cut while it is taken up again. */
const KEEP_ALIVE_MS = 65_000;

/** The bus's server, not yet listening. `run` is this run's id; `closing` aborts when the bus closes. */
export function createBusServer(state: BusState, run: string, closing: AbortSignal): Server {
  const serve: Serve = (request, response) => {
    // As AWS does it, which sends no such header: a process that maps the response's headers sees the same names here.
    response.removeHeader('Connection');
    return route(state, run, closing, request, response);
  };
  const server = createHttpServer(serve, answerBroken, { keepAliveTimeout: KEEP_ALIVE_MS });
  server.on('connection', () => state.counters.add('connections'));
  return server;
}

async function route(
  state: BusState,
  run: string,
  closing: AbortSignal,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = targetOf(request);
  const refused = refusal(request, state.settings.allowedHosts);
  if (url.pathname.startsWith('/_')) await handleOwnRoute(state, run, request, response, url, refused);
  else await handleAws(state, closing, request, response, url, refused);
}

/** Why a caller is refused: the bus's default key is public, so a page elsewhere that reaches its port could sign. */
function refusal({ headers }: IncomingMessage, allowedHosts: readonly string[]): string | undefined {
  const refused = refusedCaller(headers, { allowedHosts, allowsOrigin: (_, isHere) => isHere });
  return (
    refused && `${REFUSED[refused.reason](refused.found)} 127.0.0.1 or localhost, or start the bus with --allowed-host.`
  );
}

const REFUSED: Readonly<Record<CallerRefusal['reason'], (found: string) => string>> = {
  host: (found) => `The host is not this machine: found "${found}". Use`,
  origin: (found) => `The page is not from this machine: found "${found}". Open it from`,
};

async function handleOwnRoute(
  state: BusState,
  run: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  refused: string | undefined,
): Promise<void> {
  if (refused !== undefined) {
    send(response, 403, [['Content-Type', 'application/json']], JSON.stringify({ message: refused }));
  } else if (request.method === 'OPTIONS') {
    const allowed: [string, string][] = [
      ['Access-Control-Allow-Methods', 'GET, POST, DELETE'],
      ['Access-Control-Allow-Headers', 'authorization, content-type, last-event-id'],
    ];
    send(response, 204, [...corsHeaders(request.headers), ...allowed], '');
  } else if (url.pathname.startsWith('/_control/')) {
    await handleControl(request, response, state, url);
  } else if (request.method !== 'GET') {
    answer(request, response, 405, { message: 'This route answers GET only.' });
  } else if (url.pathname === '/_events') {
    streamEvents(request, response, url, state.feed, run);
  } else if (url.pathname === '/_events.json') {
    listEvents(request, response, url, state.feed, run);
  } else {
    answer(request, response, 404, {
      message:
        'There is no such route. There are: /_events, /_events.json, /_control/faults, /_control/events, /_control/counts.',
    });
  }
}

async function handleAws(
  state: BusState,
  closing: AbortSignal,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  refused: string | undefined,
): Promise<void> {
  if (refused !== undefined) {
    const { status, headers, body } = refuseAwsRequest(state, toAwsRequest(request, url, Buffer.alloc(0)), refused);
    send(response, status, headers, body);
    return;
  }
  const body = await readBody(request, state.settings.maxBodyBytes);
  if (body === undefined) {
    send(response, 413, [['Content-Type', 'text/html']], TOO_LARGE_PAGE);
    return;
  }
  const reply = await handleAwsRequest(
    state,
    toAwsRequest(request, url, body),
    wireOf(state, closing, request, response),
  );
  if (reply) send(response, reply.status, reply.headers, reply.body);
}

function toAwsRequest(request: IncomingMessage, url: URL, body: Buffer): AwsRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return {
    method: request.method ?? '',
    path: url.pathname,
    query,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

function wireOf(state: BusState, closing: AbortSignal, request: IncomingMessage, response: ServerResponse): Wire {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  closing.addEventListener('abort', leave, { once: true });
  response.once('close', () => closing.removeEventListener('abort', leave));
  return {
    sleep: (delayMs) => state.settings.sleep(delayMs, gone.signal),
    hold: () => new Promise((resolve) => gone.signal.addEventListener('abort', () => resolve(), { once: true })),
    cut: () => {
      request.socket.resetAndDestroy();
    },
  };
}

/** A fault of the bus itself, or a client that left: there is nobody to tell but the client. */
function answerBroken(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) return;
  const message = thrownText(error);
  send(
    response,
    500,
    [['Content-Type', 'application/x-amz-json-1.1']],
    JSON.stringify({ __type: 'InternalFailure', message }),
  );
}
