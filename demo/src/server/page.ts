import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { send } from '@eventbridge-kit/node-kit/http';
import { createServer, defaultClientConditions, type Plugin, type ViteDevServer } from 'vite';
import type { PageConfig } from '../page-config.ts';
import { rulePagesPlugin } from './rule-pages.ts';

const BROWSER = fileURLToPath(new URL('../browser', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** Takes the requests under `/api/`. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface PageOptions {
  /** A port in use makes way for the next free one; 0: any free one. */
  readonly port: number;
  readonly config: PageConfig;
  readonly api: ApiHandler;
  /** True: the page loads again when a source changes. */
  readonly watch: boolean;
}

/** The modeler's page and its API on one address. */
export interface Page {
  readonly url: string;
  readonly port: number;
  readonly openBrowser: () => void;
  close(): Promise<void>;
}

export async function startPage({ port, config, api, watch }: PageOptions): Promise<Page> {
  const jsx = { development: false };
  const server = await createServer({
    configFile: false,
    root: BROWSER,
    cacheDir: `${REPOSITORY}.cache/vite`,
    appType: 'mpa',
    logLevel: 'warn',
    clearScreen: false,
    // packages of this repository run from their sources, as everywhere else
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    // the properties panel's preact, which the plugin shares, has no development build of JSX
    oxc: { jsx },
    optimizeDeps: { entries: ['index.html'], rolldownOptions: { transform: { jsx } } },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: false,
      cors: false,
      fs: { allow: served() },
      // nobody shows the page in a frame of theirs and has the user click in it
      headers: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' },
      ...(!watch && { hmr: false, watch: null }),
    },
    plugins: [apiPlugin(api), iconPlugin(), rulePagesPlugin(), configPlugin(config)],
  });
  await server.listen();
  const url = urlOf(server);
  return {
    url,
    port: Number(new URL(url).port),
    openBrowser: () => server.openBrowser(),
    close: () => server.close(),
  };
}

/** What the page is made of: the rooms' sources, the template and the example, and packages. Nothing else is served. */
function served(): string[] {
  const { workspaces } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { workspaces: string[] }; // ours
  const sources = workspaces.map((room) => `${room}/src`);
  const packages = ['', ...workspaces.map((room) => `${room}/`)].map((room) => `${room}node_modules`);
  const paths = [...sources, ...packages, 'templates/send-event.json', 'demo/examples', '.cache/vite'];
  return paths.map((path) => `${REPOSITORY}${path}`);
}

function urlOf(server: ViteDevServer): string {
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('vite listens, yet names no address');
  return url;
}

/** Middleware added later than here would be swallowed by vite's own. */
function apiPlugin(api: ApiHandler): Plugin {
  return {
    name: 'eventbridge-kit-api',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        // vite would answer an error of its own, with its stack
        if (URL.canParse(request.url ?? '', 'http://localhost')) next();
        else send(response, 404, [], '');
      });
      middlewares.use('/api', api);
    },
  };
}

/** The page's icon is the template's. */
function iconPlugin(): Plugin {
  const icon = readFileSync(`${REPOSITORY}templates/icon.svg`);
  return {
    name: 'eventbridge-kit-icon',
    configureServer: ({ middlewares }) =>
      void middlewares.use('/icon.svg', (_, response) => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end(icon);
      }),
  };
}

/** Hands the page its configuration, the token with it: other sites can call this address, but cannot read this page. */
function configPlugin(config: PageConfig): Plugin {
  return {
    name: 'eventbridge-kit-config',
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'application/json', id: 'demo-config' },
        children: JSON.stringify(config).replaceAll('<', String.raw`\u003c`),
        injectTo: 'head',
      },
    ],
  };
}
