import { randomBytes } from 'node:crypto';
import { withDefaults } from '@eventbridge-kit/node-kit/options';
import { send } from '@eventbridge-kit/node-kit/http';
import type { LocalBus } from 'eventbridge-local-bus';
import type { Environment } from './backend.ts';
import { DEMO_OPTIONS } from './options.ts';
import { builtPage } from './page/built-page.ts';
import type { PageOptions } from './page/page.ts';
import { startStaticPage } from './page/static-page.ts';
import type { Services } from './services.ts';

export { builtPage } from './page/built-page.ts';

export interface DemoOptions {
  /** Port of the page, default 8137. A port in use makes way for the next free one; 0: any free one. */
  readonly port?: number;
  /** True: events go to Amazon EventBridge. Default: to a bus in this process. */
  readonly aws?: boolean;
  /** True: processes run on an engine, the one that the environment names or one of the demo's own. Default: none. */
  readonly engine?: boolean;
  /** Takes a line of progress while the page is built, or an engine is fetched and started. Default: nobody. */
  readonly say?: (line: string) => void;
  /** Told the page's address as soon as it answers there; what stands behind it may come a moment later. */
  readonly onAddress?: PageOptions['onAddress'];
  /** Default: this process's environment. */
  readonly env?: Environment;
  /** True: the page comes from its sources, and loads again when one changes. Default false: it is built, once. */
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
  close(): Promise<void>;
}

/** Starts all of it. Rejects when the environment has no AWS settings and needs them, or no engine can be started. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { env = process.env, say = () => undefined, onAddress = () => undefined } = options;
  const { port, aws, engine, watch } = withDefaults(DEMO_OPTIONS, options);
  const token = randomBytes(24).toString('base64url');
  let services: Promise<Services> | undefined;
  // With AWS's client and the rules of jobs, loading it is most of the start: the page's address does not wait for it.
  const load = (): Promise<Services> =>
    (services ??= import('./services.ts').then(({ startServices }) => startServices({ aws, engine, env, token, say })));
  // What the page must know, or what can be refused, comes before it.
  const early = aws || engine ? await load() : undefined;
  const startPage = watch
    ? (await import('./page/watched-page.ts')).startWatchedPage
    : (options: PageOptions) => startStaticPage(options, () => builtPage(say));
  const page = await startPage({
    port,
    onAddress,
    config: { token, ...early?.config },
    api: (request, response) =>
      void load().then(
        ({ api }) => api(request, response),
        () => send(response, 503, [], ''),
      ),
  });
  try {
    const started = await load();
    return {
      url: page.url,
      port: page.port,
      ...(started.bus && { bus: started.bus }),
      notice: started.notice,
      close: async () => {
        await page.close();
        await started.close();
      },
    };
  } catch (error) {
    await page.close();
    throw error;
  }
}
