import { thrownName } from '@eventbridge-kit/issue';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJsonBody, sendJson } from '@eventbridge-kit/node-kit/http';
import { accountOf } from '../aws/account.ts';
import { createServices, type ServiceOptions } from '../job/services.ts';
import { createAlarm } from '../runtime/alarm.ts';
import { silentLog } from '../runtime/log.ts';
import { admitCaller, refuse, type GuardOptions } from './guard.ts';
import { TEST_SEND_OPTIONS } from './options.ts';
import { requireOrigins } from './origins.ts';
import {
  asksStatus,
  parseStatusRequest,
  parseTestSendRequest,
  runTestSend,
  statusOf,
} from '@eventbridge-kit/event-job';

export interface TestSendOptions extends Omit<ServiceOptions, 'checkEventBus'>, GuardOptions {
  /** False: an event for a bus that is not there is sent, accepted and lost; default true: the bus is looked up. */
  readonly checkEventBus?: boolean | undefined;
  /** Largest request body, in bytes, default 4,194,304. */
  readonly maxBodyBytes?: number;
  /** Longest test send, in milliseconds, default 60,000. */
  readonly timeoutMs?: number;
}

const SERVED = { method: 'POST', subject: 'A test send is' } as const;

/** Answers `POST` with a `TestSendRequest` by a `TestSendReport`, and a `StatusRequest` by a `ServiceStatus`, under any path. Never throws and never rejects. */
export interface TestSendHandler {
  (request: IncomingMessage, response: ServerResponse): void;
  /** Ends idle connections to AWS. */
  close(): void;
}

/**
 * The test-send service as a plain request handler, for a server of one's own. It serves callers of this machine only:
 * the `Host` must be a loopback name, a page's `Origin` the same address or on the list, the body JSON, and the token
 * right where one is set. Secrets never stand in an answer. Throws where an allowed origin is none, or where pages
 * without an address (`null`) may call and the token is missing or too short to be random.
 */
export function createTestSendHandler(options: TestSendOptions = {}): TestSendHandler {
  requireOrigins(options.allowedOrigins ?? [], options.token);
  const { log = silentLog, maxBodyBytes = 4_194_304, timeoutMs = 60_000 } = options;
  const { services, clock, close } = createServices({
    ...options,
    checkEventBus: options.checkEventBus ?? TEST_SEND_OPTIONS.checkEventBus.default,
  });
  // As the SDK reads them: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
  const { AWS_ENDPOINT_URL_EVENTBRIDGE, AWS_ENDPOINT_URL } = process.env;
  const endpoint = options.awsEndpoint ?? (AWS_ENDPOINT_URL_EVENTBRIDGE || AWS_ENDPOINT_URL || undefined);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!admitCaller(request, response, options, SERVED)) return;
    const body = await readJsonBody(request, { maxBytes: maxBodyBytes, content: 'sample variables' });
    if (!body.ok) {
      refuse(response, body);
      return;
    }
    if (asksStatus(body.json)) {
      const question = parseStatusRequest(body.json);
      if (question.ok) sendJson(response, 200, statusOf(question.request, services, endpoint));
      else refuse(response, { status: 400, message: question.messages.join('\n') });
      return;
    }
    const parsed = parseTestSendRequest(body.json);
    if (!parsed.ok) {
      refuse(response, { status: 400, message: parsed.messages.join('\n') });
      return;
    }
    const alarm = createAlarm(clock, clock.nowMs() + timeoutMs);
    const leave = (): void => alarm.ring();
    response.once('close', leave);
    try {
      const result = await runTestSend(parsed.request, {
        services,
        endpoint,
        signal: alarm.signal,
        accountOf: (identity) => accountOf(identity, options.stsEndpoint),
        stepClock: () => performance.now(),
      });
      if (result.ok) sendJson(response, 200, result.report);
      else refuse(response, { status: 400, message: result.message });
    } finally {
      response.off('close', leave);
      alarm.dispose();
    }
  };

  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) => {
      // Only the name: a message may quote what was sent.
      const name = thrownName(error);
      log.error({ error: name }, 'A test send failed in the service itself');
      refuse(response, { status: 500, message: `The test-send service failed unexpectedly (${name}). See its log.` });
    });
  };
  return Object.assign(handler, { close });
}
