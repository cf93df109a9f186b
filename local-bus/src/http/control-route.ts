import type { IncomingMessage, ServerResponse } from 'node:http';
import { corsHeaders, hasToken, readBody, sendJson } from '@eventbridge-kit/node-kit/http';
import { parseFault, type ParsedFault } from '../faults/parse-fault.ts';
import type { BusState } from '../operations/operation.ts';

/** Longest body of a control request, in bytes. */
const MAX_CONTROL_BYTES = 65_536;

type Handler = (request: IncomingMessage, response: ServerResponse, state: BusState, url: URL) => void | Promise<void>;

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /_control/faults': (request, response, { faults }) => answer(request, response, 200, { faults: faults.list() }),
  'POST /_control/faults': addFaults,
  'DELETE /_control/faults': (request, response, { faults }, url) => {
    const id = url.searchParams.get('id');
    faults.clear(id === null ? undefined : Number(id));
    answer(request, response, 200, { faults: faults.list() });
  },
  'DELETE /_control/events': (request, response, { feed, counters }) => {
    feed.clear();
    counters.reset();
    answer(request, response, 200, {});
  },
  'GET /_control/counts': (request, response, { counters }) => answer(request, response, 200, counters.read()),
};

/** Answers in JSON that a page of this machine may read. */
export function answer(request: IncomingMessage, response: ServerResponse, status: number, value: object): void {
  sendJson(response, status, value, corsHeaders(request.headers));
}

/** The routes under `/_control/`: faults, counts, and emptying the feed. All ask for the token. */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  state: BusState,
  url: URL,
): Promise<void> {
  if (!hasToken(request.headers, state.settings.controlToken)) {
    answer(request, response, 401, {
      message: 'The control token is missing or wrong. Send it as "Authorization: Bearer <token>".',
    });
    return;
  }
  const handler = ROUTES[`${request.method ?? ''} ${url.pathname}`];
  if (!handler)
    answer(request, response, 404, {
      message: `There is no such control route. There are: ${Object.keys(ROUTES).join(', ')}.`,
    });
  else await handler(request, response, state, url);
}

/** Body: one fault or a list of them; all are added, or none. */
async function addFaults(request: IncomingMessage, response: ServerResponse, state: BusState): Promise<void> {
  const body = await readBody(request, MAX_CONTROL_BYTES);
  if (body === undefined) {
    answer(request, response, 413, { message: `The body is too long. Send at most ${MAX_CONTROL_BYTES} bytes.` });
    return;
  }
  const parsed = parseFaults(body.toString());
  if ('problem' in parsed) {
    answer(request, response, 400, { message: parsed.problem });
    return;
  }
  try {
    const ids = parsed.faults.map((fault) => state.faults.add(fault));
    answer(request, response, 201, { ids });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    answer(request, response, 409, { message: error.message });
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
