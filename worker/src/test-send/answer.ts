import type { ServerResponse } from 'node:http';
import type { Problem } from './problem.ts';

/**
 * Answers with JSON. Where the request was not read to its end, the rest of it is not waited for: the connection ends
 * with the answer. Does nothing where there is nobody to answer any more.
 */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(!response.req.complete && { Connection: 'close' }),
  });
  response.end(JSON.stringify(body));
}

/** Answers a request that is not served with the reason. */
export function refuse(response: ServerResponse, { status, message }: Problem): void {
  answerJson(response, status, { message });
}
