import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { main } from './main.ts';

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

let gateway: FakeGateway;
beforeEach(async () => {
  gateway = new FakeGateway();
  gateway.answers.set('Topology', { message: { gatewayVersion: '8.8.0' } });
  await gateway.start();
});
afterEach(() => gateway.stop());

describe('a worker with a health port', () => {
  it('tells Prometheus of jobs, calls and itself until it ends', async () => {
    const port = await freePort();
    let end: (signal: string) => void = () => undefined;
    const endRequested = new Promise<string>((resolve) => {
      end = resolve;
    });
    const ended = main({
      args: ['--grpc-address', `grpc://${gateway.address}`, '--health-port', String(port), '--log-level', 'silent'],
      env: { SECRET_AWS_SECRET_KEY: 'hush-hush' },
      version: '1.2.3',
      isTerminal: false,
      out: () => undefined,
      err: () => undefined,
      endRequested,
    });
    const page = await scrape(`http://127.0.0.1:${port}/metrics`);
    end('SIGTERM');
    expect(await ended).toBe(0);
    expect(page).toContain('camunda_eventbridge_info{version="1.2.3"} 1');
    expect(page).toContain('camunda_eventbridge_jobs_active 0');
    expect(page).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(page).not.toContain('hush-hush');
  });
});

describe('a worker whose environment names credentials that are not there', () => {
  it.each([
    ['AWS_PROFILE', 'AWS_PROFILE is set, but gives no credentials'],
    ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY_ID is set, but gives no credentials (AWS_SECRET_ACCESS_KEY is not set)'],
    ['AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_ACCESS_KEY is set, but gives no credentials (AWS_ACCESS_KEY_ID is not set)'],
    ['AWS_WEB_IDENTITY_TOKEN_FILE', 'gives no credentials (AWS_ROLE_ARN is not set)'],
  ])('does not start, and says which setting to correct: %s', async (name, problem) => {
    vi.stubEnv(name, 'nobody');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/no/such/file');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/no/such/file');
    let err = '';
    const code = await main({
      args: ['--grpc-address', `grpc://${gateway.address}`, '--log-level', 'silent'],
      env: { [name]: 'nobody' },
      version: '1.2.3',
      isTerminal: false,
      out: () => undefined,
      err: (text) => (err += text),
      endRequested: new Promise(() => undefined),
    });
    vi.unstubAllEnvs();
    expect(code).toBe(1);
    expect(err).toContain(problem);
  });
});

/** Asks until the server listens; the command says nothing when it does. */
async function scrape(url: string): Promise<string> {
  for (;;) {
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
