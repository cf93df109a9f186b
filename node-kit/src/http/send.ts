import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderList } from './caller.ts';
import { readBody } from './read-body.ts';

/**
 * How long a client that was answered before its whole body came may go on sending, in milliseconds, without hearing that
 * the connection is closed.
 */
// https://nginx.org/en/docs/http/ngx_http_core_module.html#lingering_time
const LINGER_MS = 30_000;

/**
 * Sends a whole answer with its length; header names go out as they are spelled. Where the request has a body that was
 * not read to its end, the rest is not waited for: the connection ends with the answer. Does nothing where there is nobody
 * to answer any more.
 */
export function send(response: ServerResponse, status: number, headers: HeaderList, body: string | Buffer): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.from(body);
  // https://www.rfc-editor.org/rfc/rfc9110#section-8.6 (none where there can be no content)
  const length = status === 204 ? [] : ['Content-Length', String(bytes.length)];
  const head = [...headers.flat(), ...length];
  if (response.req.complete || !hasBody(response.req)) {
    response.writeHead(status, head);
    response.end(bytes);
    return;
  }
  response.writeHead(status, [...head, 'Connection', 'close']);
  response.write(bytes);
  linger(response.req);
}

/** Sends an answer in JSON that nothing keeps. */
export function sendJson(response: ServerResponse, status: number, value: object, headers: HeaderList = []): void {
  const all: HeaderList = [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ...headers,
  ];
  send(response, status, all, JSON.stringify(value));
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Closes this side of the connection, and the other one when the client has stopped sending: to close both at once would
 * reset the connection under a client that still sends, which then loses the answer.
 */
function linger(request: IncomingMessage): void {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
  request.once('end', () => socket.destroySoon());
  readBody(request, 0).catch(() => undefined);
  socket.end();
}
