import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { withDefaults } from '@eventbridge-kit/node-kit/options';
import { send } from '@eventbridge-kit/node-kit/http';
import type { LocalBus } from 'eventbridge-local-bus';
import type { Environment } from './backend.ts';
import { LOCAL_NOTICE } from './local-notice.ts';
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
  /**
   * Told the page's address as soon as it answers there. What stands behind the page is loaded when it asks for it, or a
   * moment later. Default: nobody is told, and all of it is loaded at once.
   */
  readonly onAddress?: (address: DemoAddress) => void;
  /** Default: this process's environment. */
  readonly env?: Environment;
  /** True: the page comes from its sources, and loads again when one changes. Default false: it is built, once. */
  readonly watch?: boolean;
}

export interface DemoAddress {
  readonly url: string;
  readonly port: number;
  /** One line that says where events go, and where processes run. */
  readonly notice: string;
}

/** Modeler, test-send service and bus, running in this process. */
export interface Demo extends DemoAddress {
  /** Absent when events go to AWS. */
  readonly bus?: LocalBus;
  close(): Promise<void>;
}

/** The page comes first: what stands behind it is loaded so much later, in milliseconds, where nobody asks for it before. */
const LOAD_AFTER_MS = 3_000;

/** Starts all of it. Rejects when the environment has no AWS settings and needs them, or no engine can be started. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { env = process.env, say = () => undefined, onAddress } = options;
  const { port, aws, engine, watch } = withDefaults(DEMO_OPTIONS, options);
  const token = randomBytes(24).toString('base64url');
  let services: Promise<Services> | undefined;
  // With AWS's client and the rules of jobs, loading it is most of the start: the page's address does not wait for it.
  const load = (): Promise<Services> =>
    (services ??= import('./services.ts').then(({ startServices }) => startServices({ aws, engine, env, token, say })));
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  // What the page must know, or what can be refused, comes before it.
  const early = aws || engine ? await load() : undefined;
  const startPage = watch
    ? (await import('./page/watched-page.ts')).startWatchedPage
    : (options: PageOptions) => startStaticPage(options, () => builtPage(say));
  const page = await startPage({
    port,
    onAddress: (address) => onAddress?.({ ...address, notice: early?.notice ?? LOCAL_NOTICE }),
    config: { token, ...early?.config },
    api: (request, response) => {
      ask();
      void load().then(
        ({ api }) => api(request, response),
        () => send(response, 503, [], ''),
      );
    },
  });
  try {
    if (onAddress && !early) await Promise.race([asked, delay(LOAD_AFTER_MS, undefined, { ref: false })]);
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
