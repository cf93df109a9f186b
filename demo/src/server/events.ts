import { isRecord, thrownText } from '@eventbridge-kit/issue';
import { readJsonBody, send, targetOf } from '@eventbridge-kit/node-kit/http';
import { checkCaller, refuse } from 'camunda-eventbridge-worker';
import type { LocalBus } from 'eventbridge-local-bus';
import type { ApiHandler } from './page/page.ts';

/**
 * `GET /api/events?token=TOKEN`: the bus's own feed. The token stands in the address because the browser's `EventSource`
 * sends no headers. `DELETE /api/events` empties the bus, and with it every page's list.
 */
export function createEventsHandler(bus: LocalBus, token: string): ApiHandler {
  return (request, response) => {
    const { method = 'GET', headers } = request;
    const given = targetOf(request).searchParams.get('token');
    const authorization = method === 'GET' ? `Bearer ${given ?? ''}` : (headers.authorization ?? '');
    const problem = checkCaller({ ...headers, authorization }, { token });
    if (problem) refuse(response, problem);
    else if (method === 'GET') bus.serveFeed(request, response);
    else if (method === 'DELETE') {
      bus.clear();
      send(response, 204, [], '');
    } else
      refuse(response, { status: 405, message: `The feed is read by GET and emptied by DELETE: found ${method}.` });
  };
}

/** A name and no more, in bytes. */
const MAX_BODY_BYTES = 4_096;

/** `POST /api/event-buses` with `{"name": NAME}`: the local bus has that event bus then. */
export function createEventBusesHandler(create: (name: string) => void, token: string): ApiHandler {
  const serve: (...handler: Parameters<ApiHandler>) => Promise<void> = async (request, response) => {
    const problem = checkCaller(request.headers, { token });
    if (problem) {
      refuse(response, problem);
      return;
    }
    if (request.method !== 'POST') {
      refuse(response, {
        status: 405,
        message: `An event bus is created by POST: found ${request.method ?? 'no method'}.`,
      });
      return;
    }
    const body = await readJsonBody(request, { maxBytes: MAX_BODY_BYTES, content: 'text' });
    if (!body.ok) {
      refuse(response, body);
      return;
    }
    try {
      create(isRecord(body.json) && typeof body.json['name'] === 'string' ? body.json['name'] : '');
      send(response, 204, [], '');
    } catch (error) {
      refuse(response, { status: 400, message: thrownText(error) });
    }
  };
  return (request, response) => void serve(request, response);
}
