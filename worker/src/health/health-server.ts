import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenAt } from '../world/listen.ts';

/** What the probes tell. */
export interface Health {
  readonly ready: boolean;
  readonly state: string;
  readonly activeJobs: number;
}

export interface HealthServerOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly health: () => Health;
  /** What `/metrics` answers; absent: there is no such path. */
  readonly metrics?: MetricsPage | undefined;
}

export interface MetricsPage {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

type Answer = (response: ServerResponse) => void | Promise<void>;

/** Paths as Kubernetes' own components name them: https://kubernetes.io/docs/reference/using-api/health-checks/ */
function routesOf({ health, metrics }: HealthServerOptions): ReadonlyMap<string, Answer> {
  const routes = new Map<string, Answer>([
    ['/livez', (response) => json(response, 200, { live: true })],
    [
      '/readyz',
      (response) => {
        const { ready, state, activeJobs } = health();
        json(response, ready ? 200 : 503, { ready, state, activeJobs });
      },
    ],
  ]);
  if (metrics !== undefined) {
    routes.set('/metrics', async (response) => {
      const text = await metrics.text();
      response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
      response.end(text);
    });
  }
  return routes;
}

/** Serves `/livez` (the process runs), `/readyz` (Camunda serves it) and `/metrics`. Rejects when the port is in use. */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const routes = routesOf(options);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?');
    const answer = routes.get(path);
    if (answer === undefined) json(response, 404, { message: `Nothing here. Try ${[...routes.keys()].join(' or ')}.` });
    else if (request.method !== 'GET' && request.method !== 'HEAD') json(response, 405, { message: 'Use GET.' });
    else await answer(response);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      // A page that cannot be made is the prober's to see, never the end of the worker.
      if (!response.headersSent) json(response, 500, { message: 'This page cannot be made.' });
    });
  });
  return {
    port: await listenAt(server, options.port, options.host),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
