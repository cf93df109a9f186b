import { thrownName } from '@eventbridge-kit/issue';
import { readJsonBody } from '@eventbridge-kit/node-kit/http';
import { checkCaller, refuse } from 'camunda-eventbridge-worker';
import type { RunEvent } from '../../run-events.ts';
import type { ApiHandler } from '../page/page.ts';
import { parseRunRequest } from './parse-run-request.ts';
import { runProcess, type RunnerDeps } from './runner.ts';

/** A diagram may hold pictures of templates. */
const MAX_BODY_BYTES = 16_777_216;

/**
 * `POST /api/run` with a `RunRequest`: the answer is one `RunEvent` a line, as they happen. A caller that leaves cancels
 * the instance. The same callers are refused as by the test send.
 */
export function createRunHandler(deps: RunnerDeps, token: string): ApiHandler {
  const serve: (...handler: Parameters<ApiHandler>) => Promise<void> = async (request, response) => {
    const problem = checkCaller(request.headers, { token });
    if (problem) {
      refuse(response, problem);
      return;
    }
    if (request.method !== 'POST') {
      refuse(response, { status: 405, message: `A run is a POST: found ${request.method ?? 'no method'}.` });
      return;
    }
    const body = await readJsonBody(request, { maxBytes: MAX_BODY_BYTES, content: 'elements or variables' });
    if (!body.ok) {
      refuse(response, body);
      return;
    }
    const parsed = parseRunRequest(body.json);
    if (!parsed.ok) {
      refuse(response, { status: 400, message: parsed.message });
      return;
    }
    const left = new AbortController();
    response.once('close', () => left.abort());
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
    const emit = (event: RunEvent): void => {
      if (!response.destroyed) response.write(`${JSON.stringify(event)}\n`);
    };
    await runProcess(parsed.request, deps, emit, left.signal);
    response.end();
  };
  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      const name = thrownName(error);
      if (!response.headersSent) refuse(response, { status: 500, message: `The run failed unexpectedly (${name}).` });
      else response.end();
    });
  };
}
