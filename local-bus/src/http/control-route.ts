import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseFault, type ParsedFault } from '../faults/parse-fault.ts';
import type { BusState } from '../operations/operation.ts';
import { readBody } from './read-body.ts';
import { corsHeaders, sendAndClose, sendJson, sendProblem } from './send.ts';

/** Longest body of a control request, in bytes. */
const MAX_CONTROL_BYTES = 65_536;

type Handler = (request: IncomingMessage, response: ServerResponse, state: BusState, url: URL) => void | Promise<void>;

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /_control/faults': (request, response, { faults }) =>
    sendJson(request, response, 200, { faults: faults.list() }),
  'POST /_control/faults': addFaults,
  'DELETE /_control/faults': (request, response, { faults }, url) => {
    const id = url.searchParams.get('id');
    faults.clear(id === null ? undefined : Number(id));
    sendJson(request, response, 200, { faults: faults.list() });
  },
  'DELETE /_control/events': (request, response, { feed, counters }) => {
    feed.clear();
    counters.reset();
    sendJson(request, response, 200, {});
  },
  'GET /_control/counts': (request, response, { counters }) => sendJson(request, response, 200, counters.read()),
};

/** The routes under `/_control/`: faults, counts, and emptying the feed. All ask for the token. */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  state: BusState,
  url: URL,
): Promise<void> {
  if (!hasToken(request, state.settings.controlToken)) {
    sendProblem(
      request,
      response,
      401,
      'The control token is missing or wrong. Send it as "Authorization: Bearer <token>".',
    );
    return;
  }
  const handler = ROUTES[`${request.method ?? ''} ${url.pathname}`];
  if (!handler)
    sendProblem(
      request,
      response,
      404,
      `There is no such control route. There are: ${Object.keys(ROUTES).join(', ')}.`,
    );
  else await handler(request, response, state, url);
}

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Body: one fault or a list of them; all are added, or none. */
async function addFaults(request: IncomingMessage, response: ServerResponse, state: BusState): Promise<void> {
  const body = await readBody(request, MAX_CONTROL_BYTES);
  if (body === undefined) {
    const message = `The body is too long. Send at most ${MAX_CONTROL_BYTES} bytes.`;
    const headers = [['Content-Type', 'application/json'] as const, ...corsHeaders(request)];
    sendAndClose(request, response, 413, headers, JSON.stringify({ message }));
    return;
  }
  const parsed = parseFaults(body.toString());
  if ('problem' in parsed) {
    sendProblem(request, response, 400, parsed.problem);
    return;
  }
  try {
    const ids = parsed.faults.map((fault) => state.faults.add(fault));
    sendJson(request, response, 201, { ids });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    sendProblem(request, response, 409, error.message);
  }
}

function parseFaults(text: string): { faults: ParsedFault[] } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'The body is not JSON. Send for example {"kind": "http", "status": 500}.' };
  }
  const results = (Array.isArray(value) ? value : [value]).map(parseFault);
  const faults: ParsedFault[] = [];
  for (const result of results) {
    if (!result.ok) return { problem: result.message };
    faults.push(result.fault);
  }
  return { faults };
}
