import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import { rawRequest, type RawReply, type RawRequest } from '@eventbridge-kit/testkit/network/raw-http';
import { startTestSendService, type TestSendService, type TestSendServiceOptions } from './service.ts';

const BODY = JSON.stringify({
  task: { elementId: 'task', jobType: 'x', inputs: [], headers: {} },
  variables: {},
  dryRun: true,
});

let service: TestSendService;
let sender: FakeSender;

async function start(options: TestSendServiceOptions = {}): Promise<void> {
  sender = new FakeSender();
  service = await startTestSendService({
    port: 0,
    sender,
    secrets: SECRETS,
    allowedOrigins: ['http://localhost:5173'],
    ...options,
  });
}

beforeEach(() => start());

afterEach(() => service.stop());

/** A request of a caller who knows the token. */
function send({ method = 'POST', headers = {}, body = BODY }: RawRequest = {}): Promise<RawReply> {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${service.token}`, ...headers };
  return rawRequest(service.port, { method, headers: all, body: method === 'POST' ? body : '' });
}

describe('the test-send service', () => {
  it('answers a request with a report', async () => {
    const { status, text } = await send();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ dryRun: true, fields: [], outcome: { type: 'fail', retries: 0 } });
  });

  it('makes a token that nobody guesses, another one each time', async () => {
    const tokens = new Set([service.token]);
    for (let count = 0; count < 3; count += 1) {
      await service.stop();
      await start();
      tokens.add(service.token);
    }
    expect(tokens.size).toBe(4);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32,}$/);
  });

  it('serves pages of its own address and of the list', async () => {
    for (const origin of ['http://localhost:5173', service.url]) {
      const { status, headers } = await send({ headers: { origin } });
      expect(status).toBe(200);
      expect(headers['access-control-allow-origin']).toBe(origin);
    }
  });

  it("answers a browser's question beforehand, without the token", async () => {
    const asked = { method: 'OPTIONS', headers: { origin: 'http://localhost:5173', authorization: '' } };
    const { status, headers } = await send(asked);
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('authorization');
    expect((await send({ method: 'OPTIONS', headers: { origin: 'http://evil.example' } })).status).toBe(403);
  });

  it('refuses other methods and other types of body', async () => {
    expect((await send({ method: 'GET' })).status).toBe(405);
    const { status, text } = await send({ headers: { 'content-type': 'text/plain' } });
    expect(status).toBe(415);
    expect(text).toContain('application/json');
  });

  it('says where a body is no JSON, or not what it should be', async () => {
    expect((await send({ body: '{"task": ' })).status).toBe(400);
    const { status, text } = await send({ body: JSON.stringify({ task: { inputs: [{ target: 1 }] }, variables: [] }) });
    expect(status).toBe(400);
    for (const name of ['task.elementId', 'task.inputs[0].target', 'task.inputs[0].source', 'variables', 'dryRun']) {
      expect(text).toContain(name);
    }
    expect(text).toContain('found a list, send an object');
  });

  it('sends nothing that a caller without the token asks for', async () => {
    await send({ headers: { authorization: '' } });
    expect(sender.sent).toEqual([]);
  });
});

describe('a question to the service', () => {
  const ask = (question: object): Promise<RawReply> => send({ body: JSON.stringify(question) });

  it('is answered with the secrets that it knows, and no value', async () => {
    const { status, text } = await ask({ ask: 'status', secrets: ['AWS_ACCESS_KEY', 'NO_SUCH'] });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      secrets: [
        { name: 'AWS_ACCESS_KEY', known: true },
        { name: 'NO_SUCH', known: false },
      ],
      destination: { kind: 'aws' },
    });
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(sender.sent).toEqual([]);
  });

  it('is refused where it is none, with what to send', async () => {
    expect((await ask({ ask: 'status', secrets: 'all' })).status).toBe(400);
    expect(
      (await send({ body: JSON.stringify({ ask: 'status', secrets: [] }), headers: { authorization: '' } })).status,
    ).toBe(401);
  });
});

describe('the destination', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_EVENTBRIDGE'])('is the address that %s names', async (name) => {
    vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', undefined);
    vi.stubEnv(name, 'http://127.0.0.1:4566');
    await service.stop();
    await start();
    const { destination } = JSON.parse((await send()).text) as { destination: object };
    expect(destination).toEqual({ kind: 'local', label: 'Local event bus at http://127.0.0.1:4566' });
  });
});
