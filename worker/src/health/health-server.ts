import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHttpServer, listenAt, send, sendJson, stopServer, targetOf } from '@eventbridge-kit/node-kit/http';

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
    ['/livez', (response) => sendJson(response, 200, { live: true })],
    [
      '/readyz',
      (response) => {
        const { ready, state, activeJobs } = health();
        sendJson(response, ready ? 200 : 503, { ready, state, activeJobs });
      },
    ],
  ]);
  if (metrics !== undefined) {
    routes.set('/metrics', async (response) => {
      const text = await metrics.text();
      const headers = [
        ['Content-Type', metrics.contentType],
        ['Cache-Control', 'no-store'],
      ] as const;
      send(response, 200, headers, text);
    });
  }
  return routes;
}

/** Serves `/livez` (the process runs), `/readyz` (Camunda serves it) and `/metrics`. Rejects when the port is in use. */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const routes = routesOf(options);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = routes.get(targetOf(request).pathname);
    if (answer === undefined)
      sendJson(response, 404, { message: `Nothing here. Try ${[...routes.keys()].join(' or ')}.` });
    else if (request.method !== 'GET' && request.method !== 'HEAD') sendJson(response, 405, { message: 'Use GET.' });
    else await answer(response);
  };
  // A page that cannot be made is the prober's to see, never the end of the worker.
  const server = createHttpServer(serve, (response) =>
    sendJson(response, 500, { message: 'This page cannot be made.' }),
  );
  return { port: await listenAt(server, options.port, options.host), stop: () => stopServer(server) };
}
