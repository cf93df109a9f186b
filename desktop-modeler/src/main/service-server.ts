import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  createHttpServer,
  listenAt,
  LOOPBACK_ADDRESS,
  readJsonBody,
  sendJson,
  stopServer,
} from '@eventbridge-kit/node-kit/http';
import { admitCaller, createTestSendHandler, refuse, type TestSendHandler } from 'camunda-eventbridge-worker';
import {
  DEFAULT_SETTINGS,
  PATHS,
  START_AGAIN,
  TARGETS,
  type EventsAnswer,
  type ServiceSettings,
  type SettingsAnswer,
  type Target,
} from '../contract.ts';
import { isRecord, thrownName } from '@eventbridge-kit/issue';
import { destinationsOf, type Destination, type StartLocal } from './destination.ts';

/** Origins of Modeler's window: a page of a file, which Chromium names in one of two ways. */
const ALLOWED_ORIGINS = ['file://', 'null'];

const SERVED = {
  settings: { method: 'PUT', subject: 'Settings are' },
  events: { method: 'GET', subject: 'The list of events is' },
} as const;

const MAX_SETTINGS_BYTES = 10_000;

/** The list of arrived events is for a look: so many events, each with so much of its detail. */
const MAX_LISTED = 20;
const MAX_DETAIL_CHARS = 4_000;

export interface ServiceOptions {
  /** A random one: pages without an address may call, and it alone keeps them out. */
  readonly token: string;
  readonly env: NodeJS.ProcessEnv;
  /** Default: a local event bus on a free port. */
  readonly startLocal?: StartLocal;
}

export interface RunningService {
  /** For example `http://127.0.0.1:49152`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the test-send service on a free port of 127.0.0.1. Events go to a local event bus until `PUT /settings` says
 * otherwise; it asks for the same token as `POST /test-send`.
 */
export async function startService({ token, env, startLocal }: ServiceOptions): Promise<RunningService> {
  const guard = { token, allowedOrigins: ALLOWED_ORIGINS };
  const handlerFor = ({ service }: Destination): TestSendHandler => createTestSendHandler({ ...service, ...guard });
  const startDestination = destinationsOf(env, startLocal);
  let destination = await startDestination(DEFAULT_SETTINGS);
  let testSend = handlerFor(destination);

  async function close(): Promise<void> {
    testSend.close();
    await destination.close();
  }

  async function choose(settings: ServiceSettings): Promise<SettingsAnswer> {
    const next = await startDestination(settings);
    await close();
    destination = next;
    testSend = handlerFor(next);
    const { notice, problem } = next;
    return problem === undefined ? { notice } : { notice, problem };
  }

  async function putSettings(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJsonBody(request, { maxBytes: MAX_SETTINGS_BYTES, content: 'settings' });
    if (!body.ok) {
      refuse(response, body);
      return;
    }
    const settings = readSettings(body.json);
    if (settings) sendJson(response, 200, await choose(settings));
    else refuse(response, { status: 400, message: `These are no settings. Send ${SETTINGS_FORM}.` });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url) {
      case PATHS.settings:
        if (admitCaller(request, response, guard, SERVED.settings)) await putSettings(request, response);
        return;
      case PATHS.events:
        if (admitCaller(request, response, guard, SERVED.events)) sendJson(response, 200, arrivedAt(destination));
        return;
      default:
        testSend(request, response);
    }
  }

  const server = createHttpServer(serve, (response, error) => {
    const message = `The settings could not be taken (${thrownName(error)}). ${START_AGAIN}`;
    refuse(response, { status: 500, message });
  });
  const port = await listenAt(server, 0);
  return {
    url: `http://${LOOPBACK_ADDRESS}:${port}`,
    stop: async () => {
      await stopServer(server);
      await close();
    },
  };
}

function arrivedAt({ records }: Destination): EventsAnswer {
  if (!records) return {};
  const newest = records().slice(-MAX_LISTED).reverse();
  return {
    events: newest.map(({ sequence, status, reason, errorCode, receivedAt, eventBusName, source, ...event }) => {
      const why = errorCode ?? reason;
      return {
        sequence,
        status,
        ...(why !== undefined && { why }),
        receivedAt,
        eventBusName,
        source,
        detailType: event.detailType,
        detailText: event.detailText.slice(0, MAX_DETAIL_CHARS),
      };
    }),
  };
}

const SETTINGS_FORM = `{"target": "${TARGETS.join('" or "')}", "profile": "a name", "readOnly": true or false}`;

function readSettings(json: unknown): ServiceSettings | undefined {
  if (!isRecord(json)) return undefined;
  const { target, profile, readOnly } = json;
  if (!isTarget(target) || typeof profile !== 'string' || typeof readOnly !== 'boolean') return undefined;
  return { target, profile, readOnly };
}

function isTarget(value: unknown): value is Target {
  return TARGETS.some((target) => target === value);
}
