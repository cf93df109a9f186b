import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  checkCaller,
  createTestSendHandler,
  readJsonBody,
  refuse,
  sendJson,
  type TestSendHandler,
} from 'camunda-eventbridge-worker';
import {
  DEFAULT_SETTINGS,
  PATHS,
  TARGETS,
  type ServiceSettings,
  type SettingsAnswer,
  type Target,
} from '../contract.ts';
import { startDestination, type Destination } from './destination.ts';

/** Origins of Modeler's window: a page of a file, which Chromium names in one of two ways. */
const ALLOWED_ORIGINS = ['file://', 'null'];

const MAX_SETTINGS_BYTES = 10_000;

export interface ServiceOptions {
  /** A random one: pages without an address may call, and it alone keeps them out. */
  readonly token: string;
  readonly env: NodeJS.ProcessEnv;
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
export async function startService({ token, env }: ServiceOptions): Promise<RunningService> {
  const guard = { token, allowedOrigins: ALLOWED_ORIGINS };
  const handlerFor = ({ service }: Destination): TestSendHandler => createTestSendHandler({ ...service, ...guard });
  let destination = await startDestination(DEFAULT_SETTINGS, env);
  let testSend = handlerFor(destination);

  async function close(): Promise<void> {
    testSend.close();
    await destination.close();
  }

  async function choose(settings: ServiceSettings): Promise<SettingsAnswer> {
    const next = await startDestination(settings, env);
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

  function serve(request: IncomingMessage, response: ServerResponse): void {
    if (request.url !== PATHS.settings) {
      testSend(request, response);
      return;
    }
    const problem = checkCaller(request.headers, guard);
    allowOrigin(request, response, problem?.status === 403);
    if (request.method === 'OPTIONS') response.writeHead(problem?.status === 403 ? 403 : 204).end();
    else if (problem !== undefined) refuse(response, problem);
    else if (request.method !== 'PUT')
      refuse(response, { status: 405, message: `Settings are a PUT: found ${request.method ?? 'no method'}.` });
    else {
      putSettings(request, response).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : typeof error;
        refuse(response, { status: 500, message: `The settings could not be taken (${name}). Restart test send.` });
      });
    }
  }

  const server = createServer(serve);
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await close();
    },
  };
}

/** A browser's page reads an answer only where the answer says that it may. */
function allowOrigin({ headers: { origin } }: IncomingMessage, response: ServerResponse, isRefused: boolean): void {
  if (origin === undefined || isRefused) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
  response.setHeader('Access-Control-Allow-Methods', 'PUT, POST');
  response.setHeader('Vary', 'Origin');
}

const SETTINGS_FORM = `{"target": "${TARGETS.join('" or "')}", "profile": "a name", "readOnly": true or false}`;

function readSettings(json: unknown): ServiceSettings | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { target, profile, readOnly } = json as Readonly<Record<string, unknown>>; // each is looked at
  if (!isTarget(target) || typeof profile !== 'string' || typeof readOnly !== 'boolean') return undefined;
  return { target, profile, readOnly };
}

function isTarget(value: unknown): value is Target {
  return TARGETS.some((target) => target === value);
}

/** Any free port: none can be busy. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the service has no port'));
    });
  });
}
