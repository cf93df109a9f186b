import { afterEach, describe, expect, it } from 'vitest';
import { startHealthServer, type HealthServer } from './health-server.ts';

let server: HealthServer | undefined;
let ready = false;

async function start(): Promise<string> {
  server = await startHealthServer({
    port: 0,
    host: '127.0.0.1',
    health: () => ({ ready, state: 'running', activeJobs: 2 }),
  });
  return `http://127.0.0.1:${server.port}`;
}

afterEach(() => server?.stop());

describe('the probes', () => {
  it('say that the process lives, whether it is ready or not', async () => {
    expect((await fetch(`${await start()}/livez`)).status).toBe(200);
  });

  it('follow the readiness of the worker', async () => {
    const url = await start();
    ready = false;
    const before = await fetch(`${url}/readyz?verbose`);
    expect([before.status, await before.json()]).toEqual([503, { ready: false, state: 'running', activeJobs: 2 }]);
    ready = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('are all there is', async () => {
    const url = await start();
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/constructor`)).status).toBe(404);
    expect((await fetch(`${url}/livez`, { method: 'POST' })).status).toBe(405);
  });

  it('refuse a port that is in use', async () => {
    await start();
    const again = startHealthServer({
      port: server?.port ?? 0,
      host: '127.0.0.1',
      health: () => ({ ready, state: 'running', activeJobs: 0 }),
    });
    await expect(again).rejects.toThrow('EADDRINUSE');
  });
});
