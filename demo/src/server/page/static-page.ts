import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import {
  createHttpServer,
  listenNear,
  LOOPBACK_ADDRESS,
  refusedCaller,
  send,
  stopServer,
  targetOf,
} from '@eventbridge-kit/node-kit/http';
import { FRAME_HEADERS, withConfig, type Page, type PageOptions } from './page.ts';
import { serveRulePage } from './rule-pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Names of built files carry a digest of what is in them. */
const KEPT_FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves a folder of built files, and the API, on one address. It answers before the folder is there: requests for files
 * wait.
 */
export async function startStaticPage(
  { port: wantedPort, config, api, onAddress }: PageOptions,
  findFolder: () => Promise<string>,
): Promise<Page> {
  // In memory: a later build takes the folder away.
  let files: Promise<ReadonlyMap<string, Buffer>> | undefined;
  const readAll = (): Promise<ReadonlyMap<string, Buffer>> => (files ??= findFolder().then(readFiles));
  const server = createHttpServer(
    async (request, response) => {
      const { pathname } = targetOf(request);
      if (refusedCaller(request.headers, { allowedHosts: [], allowsOrigin: () => true })) refuse(response, 403);
      else if (pathname.startsWith('/api/')) {
        request.url = (request.url ?? '').slice('/api'.length);
        api(request, response);
      } else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405);
      else if (!serveRulePage(pathname, response)) serveFile(response, await readAll(), pathname);
    },
    (response, error) => refuse(response, 500, error instanceof Error ? error.message : undefined),
  );
  const port = await listenNear(server, wantedPort);
  const url = `http://${LOOPBACK_ADDRESS}:${port}/`;
  onAddress({ url, port });
  // Whoever asks for a file hears of a build that failed.
  readAll().catch(() => undefined);
  return { url, port, close: () => stopServer(server) };

  function serveFile(response: ServerResponse, all: ReadonlyMap<string, Buffer>, pathname: string): void {
    const name = pathname === '/' ? '/index.html' : pathname;
    const file = all.get(name);
    if (!file) {
      refuse(response, 404);
      return;
    }
    const isPage = name === '/index.html';
    const headers = {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': isPage ? 'no-store' : KEPT_FOREVER,
      'X-Content-Type-Options': 'nosniff',
      ...FRAME_HEADERS,
    };
    send(response, 200, Object.entries(headers), isPage ? withConfig(file.toString(), config) : file);
  }
}

function refuse(response: ServerResponse, status: number, text = ''): void {
  send(response, status, [['Content-Type', 'text/plain; charset=utf-8']], text);
}

/** Every file below the folder by its path in an address. */
function readFiles(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path.slice(folder.length).split(sep).join('/'), readFileSync(path)] as const));
}
