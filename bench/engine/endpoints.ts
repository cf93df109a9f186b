import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSelfSigned } from '@eventbridge-kit/testkit/network/self-signed';
import { startChild } from '../worker/child.ts';
import type { EndpointCommand, EndpointCounts, EndpointStarted } from '../worker/endpoint.ts';

/** How PutEvents is reached: the link to AWS, not the one to the engine. */
export type Transport = 'plain' | 'tls';

/** The stand-in for EventBridge, reached one way. */
export interface Endpoint {
  readonly url: string;
  /** What a worker must have in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>;
  counts(): Promise<EndpointCounts>;
  /** Waits so long with each answer from now on, and counts from zero. */
  reset(serviceMs: number): Promise<void>;
  stop(): void;
}

const STARTERS: Readonly<Record<Transport, () => Promise<Endpoint>>> = {
  plain: async () => {
    const { port, ...endpoint } = await start([]);
    return { ...endpoint, url: `http://127.0.0.1:${port}`, env: {} };
  },
  tls: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-tls-'));
    const { key, cert } = createSelfSigned();
    const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
    writeFileSync(files.key, key, { mode: 0o600 });
    writeFileSync(files.cert, cert);
    const { port, ...endpoint } = await start([files.key, files.cert]);
    return {
      ...endpoint,
      url: `https://127.0.0.1:${port}`,
      env: { NODE_EXTRA_CA_CERTS: files.cert },
      stop: () => {
        endpoint.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

export function startEndpoint(transport: Transport): Promise<Endpoint> {
  return STARTERS[transport]();
}

async function start(args: readonly string[]): Promise<Omit<Endpoint, 'url' | 'env'> & { readonly port: number }> {
  const child = startChild('endpoint.ts', args);
  const { port } = await child.ask<EndpointStarted>();
  let serviceMs = 0;
  const ask = (reset: boolean): Promise<EndpointCounts> =>
    child.ask<EndpointCounts>({ serviceMs, reset } satisfies EndpointCommand);
  return {
    port,
    counts: () => ask(false),
    reset: async (next) => {
      serviceMs = next;
      await ask(true);
    },
    stop: () => child.stop(),
  };
}
