import { send, targetOf } from '@eventbridge-kit/node-kit/http';
import { createTestSendHandler } from 'camunda-eventbridge-worker';
import type { LocalBus } from 'eventbridge-local-bus';
import type { PageConfig } from '../page-config.ts';
import { startAwsBackend, startLocalBackend, type Environment } from './backend.ts';
import { startEngineSide, type EngineSide } from './engine/index.ts';
import { createEventBusesHandler, createEventsHandler } from './events.ts';
import type { ApiHandler } from './page/page.ts';

export interface ServicesOptions {
  readonly aws: boolean;
  readonly engine: boolean;
  readonly env: Environment;
  readonly token: string;
  /** Takes a line of progress while an engine is fetched and started. */
  readonly say: (line: string) => void;
}

/** What stands behind the page: test send, the bus, and an engine where one is wanted. */
export interface Services {
  readonly api: ApiHandler;
  readonly config: Omit<PageConfig, 'token'>;
  /** Absent when events go to AWS. */
  readonly bus?: LocalBus;
  /** One line that says where events go, and where processes run. */
  readonly notice: string;
  close(): Promise<void>;
}

/** Rejects when the environment has no AWS settings and needs them, or no engine can be started. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { aws, engine: withEngine, env, token, say } = options;
  const backend = aws ? startAwsBackend(env) : await startLocalBackend(env);
  const service = createTestSendHandler({ ...backend.service, token });
  let engine: EngineSide | undefined;
  try {
    if (withEngine) engine = await startEngineSide({ env, service: backend.service, token, say });
  } catch (error) {
    service.close();
    await backend.close();
    throw error;
  }
  const routes: Readonly<Record<string, ApiHandler>> = {
    '/test-send': service,
    ...(engine && { '/run': engine.handler }),
    ...(backend.bus && { '/events': createEventsHandler(backend.bus, token) }),
    ...(backend.createEventBus && { '/event-buses': createEventBusesHandler(backend.createEventBus, token) }),
  };
  return {
    api: (request, response) => {
      const { pathname } = targetOf(request);
      const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
      if (route) route(request, response);
      else send(response, 404, [], '');
    },
    config: { ...(aws && { aws: backend.notice }), ...(engine && { engine: engine.name }) },
    ...(backend.bus && { bus: backend.bus }),
    notice: [backend.notice, ...(engine ? [`Processes run on the ${engine.name}.`] : [])].join(' '),
    close: async () => {
      await engine?.close();
      service.close();
      await backend.close();
    },
  };
}
