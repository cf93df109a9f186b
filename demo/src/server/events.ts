import { send, targetOf } from '@eventbridge-kit/node-kit/http';
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
