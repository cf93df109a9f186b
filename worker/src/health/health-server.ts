import { createServer, type ServerResponse } from 'node:http';
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
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

type Answer = (response: ServerResponse, health: Health) => void;

/** Paths as Kubernetes' own components name them: https://kubernetes.io/docs/reference/using-api/health-checks/ */
const ROUTES: Readonly<Record<string, Answer>> = {
  '/livez': (response) => json(response, 200, { live: true }),
  '/readyz': (response, { ready, state, activeJobs }) =>
    json(response, ready ? 200 : 503, { ready, state, activeJobs }),
};

/** Serves `/livez` (the process runs) and `/readyz` (Camunda serves it). Rejects when the port is in use. */
export async function startHealthServer({ port, host, health }: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const answer = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
    if (answer === undefined)
      json(response, 404, { message: `Nothing here. Try ${Object.keys(ROUTES).join(' or ')}.` });
    else if (request.method !== 'GET' && request.method !== 'HEAD') json(response, 405, { message: 'Use GET.' });
    else answer(response, health());
  });
  return {
    port: await listenAt(server, port, host),
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
