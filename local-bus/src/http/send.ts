import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Sends a whole answer with its length; header names go out as spelled. The connection stays open without a header that
 * says so, as AWS does it: a process that maps the response's headers sees the same names here as there.
 */
export function send(
  response: ServerResponse,
  status: number,
  headers: readonly (readonly [string, string])[],
  body: string,
): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.from(body);
  response.removeHeader('Connection');
  response.writeHead(status, [...headers.flat(), 'Content-Length', String(bytes.length)]);
  response.end(bytes);
}

/** Sends an answer to a request whose body is not wanted; the connection ends when the client stops sending, at once if it has. */
export function sendAndClose(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: readonly (readonly [string, string])[],
  body: string,
): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, [...headers.flat(), 'Content-Length', String(bytes.length), 'Connection', 'close']);
  // To end here would reset the connection under a client that still sends, which then loses the answer.
  response.write(bytes);
  if (request.complete) response.end();
  else request.once('end', () => response.end());
}

export function sendJson(request: IncomingMessage, response: ServerResponse, status: number, value: unknown): void {
  send(response, status, [['Content-Type', 'application/json'], ...corsHeaders(request)], JSON.stringify(value));
}

export function sendProblem(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  sendJson(request, response, status, { message });
}

/** Lets a page of this machine read the answer; others were refused before. */
export function corsHeaders({ headers: { origin } }: IncomingMessage): [string, string][] {
  if (origin === undefined) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Vary', 'Origin'],
  ];
}
