import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelEngine } from '@eventbridge-kit/testkit/camunda/model-engine';
import { RestGateway, type Exchange } from '@eventbridge-kit/testkit/camunda/model-rest';
import { startHttpEndpoint, type Reply } from '@eventbridge-kit/testkit/network/http-endpoint';
import { createAgents } from '../../network/agents.ts';
import type { Authorization } from '../authorization.ts';
import type { ActivateRequest, CamundaConnection } from '../job-port.ts';
import { readActivation } from './read-activation.ts';
import { connectRest } from './rest-connection.ts';

const request: ActivateRequest = {
  type: 'eventbridge-kit:send-event:1',
  worker: 'test',
  timeoutMs: 60_000,
  maxJobs: 5,
  fetchVariables: ['input'],
  tenantIds: ['one', 'two'],
  requestTimeoutMs: 30_000,
};

const KEY = '2251799813685249007';

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

function connect(url: string, authorization?: Authorization): CamundaConnection {
  const connection = connectRest({
    url,
    agents: createAgents({ maxSockets: 10 }),
    tls: {},
    authorization: authorization ?? {
      headers: () => Promise.resolve({ authorization: 'Bearer the-token' }),
      refused: () => undefined,
    },
  });
  ends.push(() => connection.close());
  return connection;
}

async function connectTo(...replies: Reply[]): Promise<CamundaConnection> {
  const endpoint = await startHttpEndpoint(replies);
  ends.push(() => endpoint.stop());
  return connect(endpoint.url);
}

function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: ['content-type', status < 400 ? 'application/json' : 'application/problem+json'],
    body: typeof value === 'string' ? value : JSON.stringify(value),
  };
}

describe('the REST connection', () => {
  let gateway: RestGateway;
  let engine: ModelEngine;
  let camunda: CamundaConnection;

  beforeEach(async () => {
    engine = new ModelEngine({ tenants: ['<default>', 'one', 'two'] });
    gateway = new RestGateway(engine);
    await gateway.start();
    ends.push(() => gateway.stop());
    camunda = connect(gateway.url);
  });

  const sent = ({ method, path, body }: Exchange): unknown[] => [method, path, body === '' ? '' : JSON.parse(body)];

  it('sends each command with all its parts, and always the retries', async () => {
    const variables = { a: [1, null, 'é'] };
    const send = [
      () => camunda.complete(KEY, variables),
      () => camunda.fail(KEY, { retries: 0, message: 'why', retryBackoffMs: 30_000, variables }),
      () => camunda.throwError(KEY, { code: 'NO', message: 'why', variables }),
      () => camunda.extend(KEY, 120_000),
    ];
    for (const command of send) await expect(command()).rejects.toMatchObject({ kind: 'notFound' });
    expect(gateway.exchanges.map(sent)).toEqual([
      ['POST', `/v2/jobs/${KEY}/completion`, { variables }],
      ['POST', `/v2/jobs/${KEY}/failure`, { retries: 0, errorMessage: 'why', retryBackOff: 30_000, variables }],
      ['POST', `/v2/jobs/${KEY}/error`, { errorCode: 'NO', errorMessage: 'why', variables }],
      ['PATCH', `/v2/jobs/${KEY}`, { changeset: { timeout: 120_000 } }],
    ]);
  });

  it('asks for jobs with tenants and the wanted variables; without tenants it names none', async () => {
    await camunda.activate({ ...request, requestTimeoutMs: -1 });
    await camunda.activate({ ...request, requestTimeoutMs: -1, tenantIds: [] });
    const body = {
      type: request.type,
      worker: 'test',
      timeout: 60_000,
      maxJobsToActivate: 5,
      fetchVariable: ['input'],
      requestTimeout: -1,
    };
    const path = '/v2/jobs/activation';
    expect(gateway.exchanges.map(sent)).toEqual([
      ['POST', path, { ...body, tenantIds: ['one', 'two'] }],
      ['POST', path, body],
    ]);
  });

  it('sends the authorization with each call', async () => {
    await camunda.probe();
    await camunda.activate({ ...request, requestTimeoutMs: -1 });
    expect(gateway.exchanges.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer the-token',
      'Bearer the-token',
    ]);
  });

  it('serves activations and commands at the same time', async () => {
    const types = ['a', 'b', 'c'];
    const waiting = Promise.all(types.map((type) => camunda.activate({ ...request, type, tenantIds: [] })));
    const content = { variables: '{"input":{}}', headers: {} };
    const keys = types.map((type) => engine.createJob({ type, tenantId: '<default>', retries: 1, content }).key);
    const jobs = (await waiting).flat();
    expect(jobs.map(({ key }) => key)).toEqual(keys);
    await Promise.all(jobs.map(({ key }) => camunda.complete(key, {})));
    expect(engine.ends.size).toBe(3);
  });

  it('has no stream: jobs are polled for', () => {
    expect(camunda.stream).toBeUndefined();
  });
});

describe('a gateway that REST cannot serve', () => {
  it.each(['8.6.0', '8.7.12', '7.23.0', 'unknown'])(
    'is one of version %s: refused, with the remedy',
    async (version) => {
      const gateway = new RestGateway(new ModelEngine(), { version });
      await gateway.start();
      ends.push(() => gateway.stop());
      await expect(connect(gateway.url).probe()).rejects.toMatchObject({
        kind: 'rejected',
        code: 'GATEWAY_TOO_OLD',
        message: expect.stringContaining(version) as string,
        remedy: expect.stringContaining('--protocol grpc') as string,
      });
    },
  );

  it.each(['8.8.0', '8.8.9-SNAPSHOT', '8.10.1', '9.0.0-alpha1'])('is not one of version %s', async (version) => {
    const gateway = new RestGateway(new ModelEngine(), { version });
    await gateway.start();
    ends.push(() => gateway.stop());
    expect(await connect(gateway.url).probe()).toEqual({ gatewayVersion: version });
  });

  it('is one that sends keys as numbers, whatever version it says it is', async () => {
    const camunda = await connectTo(json('{"jobs":[{"jobKey":9007199254740993}]}'));
    await expect(camunda.activate(request)).rejects.toMatchObject({ kind: 'rejected' });
  });

  it.each<[string, Reply]>([
    ['a web page', { headers: ['content-type', 'text/html'], body: '<html>' }],
    ['a redirect to a login', { status: 302, headers: ['location', 'https://login.example'] }],
  ])('is %s', async (_name, reply) => {
    const camunda = await connectTo(reply);
    await expect(camunda.probe()).rejects.toMatchObject({ kind: 'rejected', code: 'NO_GATEWAY' });
    await expect(camunda.activate(request)).rejects.toMatchObject({ code: 'NO_GATEWAY' });
    await expect(camunda.complete(KEY, {})).rejects.toMatchObject({ code: 'NO_GATEWAY' });
  });
});

describe('an answer of the gateway', () => {
  it.each([
    [404, 'NOT_FOUND', 'no such job', 'notFound', 'NOT_FOUND'],
    [409, 'INVALID_STATE', 'not activated', 'rejected', 'INVALID_STATE'],
    [400, 'INVALID_ARGUMENT', 'no object', 'rejected', 'INVALID_ARGUMENT'],
    [413, 'Payload Too Large', '', 'rejected', 'HTTP_413'],
    [429, 'RESOURCE_EXHAUSTED', 'busy', 'backPressure', 'RESOURCE_EXHAUSTED'],
    [503, 'RESOURCE_EXHAUSTED', 'busy', 'backPressure', 'RESOURCE_EXHAUSTED'],
    [500, 'Internal Server Error', 'RESOURCE_EXHAUSTED: busy', 'backPressure', 'HTTP_500'],
    [401, 'Unauthorized', 'who', 'unauthorized', 'HTTP_401'],
    [403, 'FORBIDDEN', 'no', 'unauthorized', 'FORBIDDEN'],
    [503, 'UNAVAILABLE', 'no leader', 'unavailable', 'UNAVAILABLE'],
    [500, 'INTERNAL_ERROR', 'broken', 'unavailable', 'INTERNAL_ERROR'],
  ])('%d %s "%s" is %s, after one try', async (status, title, detail, kind, code) => {
    const endpoint = await startHttpEndpoint([
      json({ type: 'about:blank', title, status, detail, instance: '/v2' }, status),
    ]);
    ends.push(() => endpoint.stop());
    const camunda = connect(endpoint.url);
    await expect(camunda.complete(KEY, {})).rejects.toMatchObject({ name: 'CamundaError', kind, code });
    expect(endpoint.seen).toHaveLength(1);
  });

  it('of a proxy before it, without a body of Camunda, is none', async () => {
    const camunda = await connectTo({ status: 502, headers: ['content-type', 'text/html'], body: '<html>Bad Gateway' });
    await expect(camunda.complete(KEY, {})).rejects.toMatchObject({ kind: 'unavailable', code: 'HTTP_502' });
  });

  it('401 tells the authorization, so that a stale token is not sent again', async () => {
    let refused = 0;
    const endpoint = await startHttpEndpoint([json({ title: 'Unauthorized', status: 401 }, 401)]);
    ends.push(() => endpoint.stop());
    const camunda = connect(endpoint.url, { headers: () => Promise.resolve({}), refused: () => (refused += 1) });
    await expect(camunda.probe()).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(refused).toBe(1);
  });

  it.each<[string, Reply]>([
    ['a reset', { fault: 'reset' }],
    ['half an answer', { ...json({ jobs: [] }), fault: 'half' }],
    ['no JSON', json('{"jobs":')],
  ])('that is %s does not look like success', async (_name, reply) => {
    const camunda = await connectTo(reply);
    await expect(camunda.activate(request)).rejects.toMatchObject({ name: 'CamundaError', kind: 'unavailable' });
  });

  it('that has begun is read to its end when the wait is aborted: its jobs are this worker’s already', async () => {
    const engine = new ModelEngine();
    const gateway = new RestGateway(engine);
    await gateway.start();
    ends.push(() => gateway.stop());
    const abort = new AbortController();
    const activating = connect(gateway.url).activate({ ...request, tenantIds: [] }, abort.signal);
    // More than a connection holds by itself: when it is written, the worker has read its beginning.
    const variables = JSON.stringify({ input: { text: 'x'.repeat(20_000_000) } });
    gateway.onAnswering = () => abort.abort();
    const { type } = request;
    engine.createJob({ type, tenantId: '<default>', retries: 1, content: { variables, headers: {} } });
    expect(await activating).toHaveLength(1);
  });

  it('never shows a token when there is none', async () => {
    const endpoint = await startHttpEndpoint([]);
    await endpoint.stop();
    const error: unknown = await connect(endpoint.url)
      .probe()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('ECONNREFUSED') as string });
    expect(JSON.stringify(error) + String(error)).not.toContain('the-token');
  });
});

describe('activated jobs', () => {
  const MARK = '"DIGITS"';

  it('are what the gateway wrote, except for a detail with a larger integer, which stays its text', () => {
    const large = fc.bigInt({ min: 2n ** 53n + 1n, max: 2n ** 63n - 1n });
    const noise = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
    fc.assert(
      fc.property(large, noise, fc.array(noise, { maxLength: 3 }), (id, beside, others) => {
        const detail = JSON.stringify({ ...beside, id: 'DIGITS' }).replace(MARK, String(id));
        const withVariables = (variables: unknown): string =>
          JSON.stringify({ jobKey: KEY, elementInstanceKey: KEY, processInstanceKey: KEY, variables });
        const jobs = [
          ...others.map(withVariables),
          withVariables({ input: { detail: 'DETAIL' } }).replace('"DETAIL"', () => detail),
        ];
        const read = readActivation(`{"jobs": [${jobs.join(' , ')}]}`).map(({ key, variables }) => ({
          key,
          variables,
        }));
        expect(read.slice(0, -1)).toEqual(
          others.map((variables) => ({ key: KEY, variables: JSON.parse(JSON.stringify(variables)) as unknown })),
        );
        expect(read.at(-1)).toEqual({ key: KEY, variables: { input: { detail } } });
      }),
    );
  });
});
