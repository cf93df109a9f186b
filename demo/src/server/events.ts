import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalBus, ReceivedEvent } from 'eventbridge-local-bus';
import type { ApiHandler } from './page.ts';

/**
 * `GET /api/events?token=TOKEN`: server-sent events, first those that the bus still holds, then each as it arrives. The
 * token stands in the address because the browser's `EventSource` sends no headers.
 */
export function createEventsHandler(bus: LocalBus, token: string): ApiHandler {
  return (request, response) => {
    if (tokenOf(request) !== token) {
      response.writeHead(401).end('The token is missing or wrong.');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    for (const event of bus.records()) write(response, event);
    response.write(': connected\n\n');
    const stop = bus.subscribe((event) => write(response, event));
    response.on('close', stop);
  };
}

function tokenOf(request: IncomingMessage): string | null {
  return new URL(request.url ?? '/', 'http://localhost').searchParams.get('token');
}

function write(response: ServerResponse, event: ReceivedEvent): void {
  response.write(`event: received\nid: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`);
}
