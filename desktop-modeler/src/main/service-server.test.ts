import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenAt, stopServer } from '@eventbridge-kit/node-kit/http';
import type { ServiceSettings } from '../contract.ts';
import { startService, type RunningService } from './service-server.ts';

const TOKEN = 'a-random-token-of-thirty-two-signs';

let folder: string;
let service: RunningService;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aws-'));
  writeFileSync(join(folder, 'config'), '[default]\nregion = eu-central-1\n[profile team-a]\n[sso-session corp]\n');
  service = await startService({ token: TOKEN, env: awsFiles() });
});

function awsFiles(): NodeJS.ProcessEnv {
  return { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
}

afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** By Node's own client: `fetch` would not let a test lie about `Origin`. */
function call(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, ...headers };
    const request = httpRequest(service.url + path, { method, headers: all }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    request.end(method === 'OPTIONS' ? undefined : JSON.stringify(body));
  });
}

const SETTINGS: ServiceSettings = { target: 'local', profile: '', readOnly: false };

function put(settings: object, headers?: Record<string, string>): Promise<{ status: number; text: string }> {
  return call('PUT', '/settings', settings, headers);
}

describe('settings', () => {
  it.each(['file://', 'null'])("are taken from Modeler's window, whose origin is %s", async (origin) => {
    expect(await put(SETTINGS, { origin })).toMatchObject({
      status: 200,
      text: expect.stringContaining('stay on this machine') as string,
    });
    expect(await call('OPTIONS', '/settings', undefined, { origin })).toMatchObject({ status: 204 });
  });

  it('are taken from no other page, and with no other token', async () => {
    expect((await put(SETTINGS, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await put(SETTINGS, { origin: 'null', authorization: 'Bearer guess' })).status).toBe(401);
    expect((await call('POST', '/test-send', {}, { origin: 'null', authorization: 'Bearer guess' })).status).toBe(401);
  });

  it.each([{}, [], { ...SETTINGS, target: 'moon' }, { ...SETTINGS, readOnly: 'yes' }])(
    'are not %j',
    async (settings) => {
      expect((await put(settings)).status).toBe(400);
    },
  );

  it('name a profile that the files have', async () => {
    expect((await put({ ...SETTINGS, target: 'profile', profile: 'team-a' })).text).not.toContain('problem');
    expect((await put({ ...SETTINGS, target: 'profile', profile: 'team-b' })).text).toContain('found default, team-a');
    expect((await put({ ...SETTINGS, target: 'profile' })).text).toContain('No AWS profile is named');
  });

  it('of the environment know nothing of a profile that was chosen before', async () => {
    await put({ ...SETTINGS, target: 'profile', profile: 'team-a' });
    expect((await put({ ...SETTINGS, target: 'environment' })).text).toContain('names no AWS credentials');
  });

  it('tell that the environment has no credentials', async () => {
    expect((await put({ ...SETTINGS, target: 'environment' })).text).toContain('names no AWS credentials');
  });
});

const TASK = {
  elementId: 'Task_1',
  jobType: 'eventbridge-kit:send-event:1',
  inputs: Object.entries({
    'authentication.type': 'defaultCredentialsChain',
    'configuration.region': 'eu-central-1',
    'input.eventBusName': 'default',
    'input.source': 'com.example.orders',
    'input.detailType': 'Order placed',
    'input.detail': '={orderId: id}',
  }).map(([target, source]) => ({ target, source })),
  headers: {},
};

async function send(id: number): Promise<string> {
  return (await call('POST', '/test-send', { task: TASK, variables: { id }, dryRun: false })).text;
}

describe('a busy port', () => {
  const strangers: Server[] = [];

  afterEach(async () => {
    for (const stranger of strangers.splice(0)) await stopServer(stranger);
  });

  async function occupy(port: number): Promise<number> {
    const stranger = createServer();
    strangers.push(stranger);
    return listenAt(stranger, port);
  }

  it('is passed by: beside another Modeler, and where another program has the port from before', async () => {
    const first = service;
    service = await startService({ token: TOKEN, env: {} });
    expect(await send(1)).toContain('"eventId"');
    await first.stop();
    const before = await occupy(Number(new URL(first.url).port));
    await service.stop();
    service = await startService({ token: TOKEN, env: {} });
    expect(service.url).not.toContain(`:${before}`);
    expect(await send(2)).toContain('"eventId"');
  });

  it('that keeps the local bus from starting is told with what to do, and the rest goes on', async () => {
    const taken = await occupy(0);
    await service.stop();
    const startLocal = (): Promise<never> => occupy(taken).then(() => Promise.reject(new Error('the port was free')));
    service = await startService({ token: TOKEN, env: awsFiles(), startLocal });
    for (const { text } of [await put(SETTINGS), { text: await send(1) }]) {
      expect(text).toContain(
        `the local event bus could not start: listen EADDRINUSE: address already in use 127.0.0.1:${taken}.`,
      );
      expect(text).toContain('Restart test send');
    }
    const preview = await call('POST', '/test-send', { task: TASK, variables: { id: 7 }, dryRun: true });
    expect(preview.text).toContain('orderId');
    expect((await put({ ...SETTINGS, target: 'profile', profile: 'team-a' })).text).not.toContain('problem');
  });
});

describe('arrived events', () => {
  it('are listed, the newest first, as long as events go to the local bus', async () => {
    expect((await call('GET', '/events', undefined)).text).toBe('{"events":[]}');
    for (const id of [1, 2]) await send(id);
    const { status, text } = await call('GET', '/events', undefined, { origin: 'null' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      events: [
        { sequence: 2, status: 'accepted', source: 'com.example.orders', detailText: '{"orderId":2}' },
        { sequence: 1, eventBusName: 'default', detailType: 'Order placed', detailText: '{"orderId":1}' },
      ],
    });
    await put({ ...SETTINGS, target: 'profile', profile: 'team-a' });
    expect((await call('GET', '/events', undefined)).text).toBe('{}');
  });

  it('are told to no other page, and with no other token', async () => {
    expect((await call('GET', '/events', undefined, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await call('GET', '/events', undefined, { authorization: 'Bearer guess' })).status).toBe(401);
    expect((await call('POST', '/events', {})).status).toBe(405);
  });
});
