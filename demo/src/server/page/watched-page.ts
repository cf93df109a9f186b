import { readFileSync } from 'node:fs';
import { send, targetOf } from '@eventbridge-kit/node-kit/http';
import { createServer, mergeConfig, type Plugin, type ViteDevServer } from 'vite';
import { FRAME_HEADERS, withConfig, type ApiHandler, type Page, type PageOptions } from './page.ts';
import { serveRulePage } from './rule-pages.ts';
import { REPOSITORY, VITE_SETTINGS } from './vite-settings.ts';

/** The page from its sources, by vite's own server: it loads again when one changes. */
export async function startWatchedPage({ port, config, api, onAddress }: PageOptions): Promise<Page> {
  const server = await createServer(
    mergeConfig(VITE_SETTINGS, {
      cacheDir: `${REPOSITORY}.cache/vite`,
      appType: 'mpa',
      clearScreen: false,
      optimizeDeps: { entries: ['index.html'], rolldownOptions: { transform: { jsx: { development: false } } } },
      server: {
        host: '127.0.0.1',
        port,
        strictPort: false,
        cors: false,
        fs: { allow: served() },
        headers: FRAME_HEADERS,
      },
      plugins: [
        routesPlugin(api),
        { name: 'eventbridge-kit-config', transformIndexHtml: (html: string) => withConfig(html, config) },
      ],
    }),
  );
  await server.listen();
  const url = urlOf(server);
  const page = { url, port: Number(new URL(url).port), close: () => server.close() };
  onAddress(page);
  return page;
}

/** What the page is made of: the rooms' sources, the template and the example, and packages. Nothing else is served. */
function served(): string[] {
  const { workspaces } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { workspaces: string[] }; // ours
  const sources = workspaces.map((room) => `${room}/src`);
  const packages = ['', ...workspaces.map((room) => `${room}/`)].map((room) => `${room}node_modules`);
  const files = ['templates/send-event.json', 'demo/examples', '.cache/vite'];
  return [...sources, ...packages, ...files].map((path) => `${REPOSITORY}${path}`);
}

function urlOf(server: ViteDevServer): string {
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('vite listens, yet names no address');
  return url;
}

/** Middleware added later than here would be swallowed by vite's own. */
function routesPlugin(api: ApiHandler): Plugin {
  return {
    name: 'eventbridge-kit-routes',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        // vite would answer an error of its own, with its stack
        if (!URL.canParse(request.url ?? '', 'http://localhost')) send(response, 404, [], '');
        else if (!serveRulePage(targetOf(request).pathname, response)) next();
      });
      middlewares.use('/api', api);
      // where a browser looks for a file that lies above the page's folder
      middlewares.use('/templates/icon.svg', (_, response) => {
        send(response, 200, [['Content-Type', 'image/svg+xml']], readFileSync(`${REPOSITORY}templates/icon.svg`));
      });
    },
  };
}
