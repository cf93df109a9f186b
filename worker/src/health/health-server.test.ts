import { afterEach, describe, expect, it } from 'vitest';
import { startHealthServer, type HealthServer, type MetricsPage } from './health-server.ts';

let server: HealthServer | undefined;
let ready = false;

async function start(metrics?: MetricsPage): Promise<string> {
  server = await startHealthServer({
    port: 0,
    host: '127.0.0.1',
    health: () => ({ ready, state: 'running', activeJobs: 2 }),
    ...(metrics && { metrics }),
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

describe('the page for Prometheus', () => {
  it('is made anew for each visit, with its own content type', async () => {
    let visits = 0;
    const text = (): Promise<string> => Promise.resolve(`visits_total ${++visits}\n`);
    const url = await start({ contentType: 'text/plain; version=0.0.4', text });
    await fetch(`${url}/metrics`);
    const second = await fetch(`${url}/metrics`);
    expect([second.headers.get('content-type'), await second.text()]).toEqual([
      'text/plain; version=0.0.4',
      'visits_total 2\n',
    ]);
  });

  it('is not there where nobody measures', async () => {
    expect((await fetch(`${await start()}/metrics`)).status).toBe(404);
  });

  it('that cannot be made tells nothing, and the probes live on', async () => {
    const url = await start({ contentType: 'text/plain', text: () => Promise.reject(new Error('hush')) });
    const answer = await fetch(`${url}/metrics`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('hush');
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });
});
