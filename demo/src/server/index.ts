import { randomBytes } from 'node:crypto';
import { withDefaults } from '@eventbridge-kit/node-kit/options';
import { send, targetOf } from '@eventbridge-kit/node-kit/http';
import { createTestSendHandler } from 'camunda-eventbridge-worker';
import type { LocalBus } from 'eventbridge-local-bus';
import { startAwsBackend, startLocalBackend, type Environment } from './backend.ts';
import { startEngineSide, type EngineSide } from './engine/index.ts';
import { createEventsHandler } from './events.ts';
import { DEMO_OPTIONS } from './options.ts';
import { startPage, type ApiHandler } from './page.ts';

export interface DemoOptions {
  /** Port of the page, default 8137. A port in use makes way for the next free one; 0: any free one. */
  readonly port?: number;
  /** True: events go to Amazon EventBridge. Default: to a bus in this process. */
  readonly aws?: boolean;
  /** True: processes run on an engine, the one that the environment names or one of the demo's own. Default: none. */
  readonly engine?: boolean;
  /** Takes a line of progress while an engine is fetched and started. Default: nobody. */
  readonly say?: (line: string) => void;
  /** Default: this process's environment. */
  readonly env?: Environment;
  /** True: the page loads again when a source changes. Default false. */
  readonly watch?: boolean;
}

/** Modeler, test-send service and bus, running in this process. */
export interface Demo {
  readonly url: string;
  readonly port: number;
  /** Absent when events go to AWS. */
  readonly bus?: LocalBus;
  /** One line that says where events go. */
  readonly notice: string;
  readonly openBrowser: () => void;
  close(): Promise<void>;
}

/** Starts all of it. Throws when the environment has no AWS settings and needs them, or no engine can be started. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { env = process.env, say = () => undefined } = options;
  const { port, aws, engine: withEngine, watch } = withDefaults(DEMO_OPTIONS, options);
  const backend = aws ? startAwsBackend(env) : await startLocalBackend(env);
  const token = randomBytes(24).toString('base64url');
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
  };
  const page = await startPage({
    port,
    watch,
    config: { token, ...(aws && { aws: backend.notice }), ...(engine && { engine: engine.name }) },
    api: (request, response) => {
      const { pathname } = targetOf(request);
      const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
      if (route) route(request, response);
      else send(response, 404, [], '');
    },
  });
  return {
    url: page.url,
    port: page.port,
    ...(backend.bus && { bus: backend.bus }),
    notice: [backend.notice, ...(engine ? [`Processes run on the ${engine.name}.`] : [])].join(' '),
    openBrowser: page.openBrowser,
    close: async () => {
      await page.close();
      await engine?.close();
      service.close();
      await backend.close();
    },
  };
}
