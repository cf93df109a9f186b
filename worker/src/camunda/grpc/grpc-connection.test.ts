import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import type { ActivatedJob, ActivateRequest, CamundaConnection, StreamRequest } from '../job-port.ts';
import { connectGrpc } from './grpc-connection.ts';

const request: ActivateRequest = {
  type: 'eventbridge-kit:send-event:1',
  worker: 'test',
  timeoutMs: 60_000,
  maxJobs: 5,
  fetchVariables: ['input'],
  tenantIds: ['one', 'two'],
  requestTimeoutMs: 30_000,
};

/** Larger than a JavaScript number holds exactly. */
const KEY = '2251799813685249007';

const message = {
  key: KEY,
  type: request.type,
  processInstanceKey: '9007199254740993',
  bpmnProcessId: 'order-to-event',
  elementId: 'send-order',
  elementInstanceKey: '4503599627370497001',
  customHeaders: '{"retryBackoff":"PT5S"}',
  retries: 3,
  deadline: '1764000000000',
  variables: '{"input":{"source":"com.example"}}',
  tenantId: 'one',
};

let gateway: FakeGateway;
let camunda: CamundaConnection;

beforeEach(async () => {
  gateway = new FakeGateway();
  await gateway.start();
  camunda = connectGrpc({
    address: `grpc://${gateway.address}`,
    target: gateway.address,
    authorization: {
      headers: () => Promise.resolve({ Authorization: 'Bearer the-token' }),
      refused: () => undefined,
    },
  });
});

afterEach(async () => {
  await camunda.close();
  gateway.stop();
});

describe('the gRPC connection', () => {
  it('tells the version of the gateway', async () => {
    gateway.answers.set('Topology', { message: { gatewayVersion: '8.6.0' } });
    expect(await camunda.probe()).toEqual({ gatewayVersion: '8.6.0' });
  });

  it('activates jobs; keys stay exact', async () => {
    gateway.answers.set('ActivateJobs', { messages: [{ jobs: [message] }, { jobs: [{ ...message, key: '2' }] }] });
    const jobs = await camunda.activate(request);
    expect(jobs.map(({ key }) => key)).toEqual([KEY, '2']);
    expect(jobs[0]).toEqual({
      key: KEY,
      type: request.type,
      elementId: 'send-order',
      elementInstanceKey: '4503599627370497001',
      processInstanceKey: '9007199254740993',
      processId: 'order-to-event',
      tenantId: 'one',
      retries: 3,
      headers: { retryBackoff: 'PT5S' },
      variables: { input: { source: 'com.example' } },
    });
    expect(gateway.calls[0]?.request).toMatchObject({
      type: request.type,
      worker: 'test',
      timeout: '60000',
      maxJobsToActivate: 5,
      fetchVariable: ['input'],
      requestTimeout: '30000',
      tenantIds: ['one', 'two'],
    });
  });

  it('gives the jobs that came before a failure', async () => {
    gateway.answers.set('ActivateJobs', { messages: [{ jobs: [message] }], code: status.UNAVAILABLE });
    expect(await camunda.activate(request)).toHaveLength(1);
  });

  it('ends the wait for jobs when the signal aborts', async () => {
    gateway.answers.set('ActivateJobs', { never: true });
    const abort = new AbortController();
    const activating = camunda.activate(request, abort.signal);
    while (gateway.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await activating).toEqual([]);
  });

  it('sends each command with all its parts', async () => {
    const variables = { a: [1, null, 'é'] };
    await camunda.complete(KEY, variables);
    await camunda.fail(KEY, { retries: 2, message: 'why', retryBackoffMs: 30_000, variables });
    await camunda.throwError(KEY, { code: 'NO', message: 'why', variables });
    await camunda.extend(KEY, 120_000);
    const text = JSON.stringify(variables);
    expect(gateway.calls.map(({ method, request: sent }) => [method, sent])).toMatchObject([
      ['CompleteJob', { jobKey: KEY, variables: text }],
      ['FailJob', { jobKey: KEY, retries: 2, errorMessage: 'why', retryBackOff: '30000', variables: text }],
      ['ThrowError', { jobKey: KEY, errorCode: 'NO', errorMessage: 'why', variables: text }],
      ['UpdateJobTimeout', { jobKey: KEY, timeout: '120000' }],
    ]);
  });

  it('sends the authorization with each call', async () => {
    await camunda.complete(KEY, {});
    gateway.answers.set('ActivateJobs', { messages: [] });
    await camunda.activate(request);
    expect(gateway.calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      ['Bearer the-token'],
      ['Bearer the-token'],
    ]);
  });

  it.each([
    [status.NOT_FOUND, 'no such job', 'notFound', 'NOT_FOUND'],
    [status.FAILED_PRECONDITION, 'not activated', 'rejected', 'FAILED_PRECONDITION'],
    [status.INVALID_ARGUMENT, 'no object', 'rejected', 'INVALID_ARGUMENT'],
    [status.RESOURCE_EXHAUSTED, 'busy', 'backPressure', 'RESOURCE_EXHAUSTED'],
    [status.RESOURCE_EXHAUSTED, 'gRPC message exceeds maximum size 4194304: 5000000', 'rejected', 'RESOURCE_EXHAUSTED'],
    [status.UNAUTHENTICATED, 'who', 'unauthorized', 'UNAUTHENTICATED'],
    [status.UNAVAILABLE, 'no leader', 'unavailable', 'UNAVAILABLE'],
    [status.INTERNAL, 'broken', 'unavailable', 'INTERNAL'],
  ])('reads the answer %d "%s" as %s', async (code, details, kind, name) => {
    gateway.answers.set('CompleteJob', { code, details });
    await expect(camunda.complete(KEY, {})).rejects.toMatchObject({ name: 'CamundaError', kind, code: name });
  });

  it('tells a gateway that is not there, without secrets', async () => {
    gateway.stop();
    const error: unknown = await camunda.probe().catch((thrown: unknown) => thrown);
    const message = `connect ECONNREFUSED ${gateway.address}`;
    expect(error).toMatchObject({ kind: 'unavailable', code: 'UNAVAILABLE', message });
    expect(JSON.stringify(error) + String(error)).not.toContain('the-token');
  });
});

describe('the stream of jobs', () => {
  const { type, worker, timeoutMs, fetchVariables, tenantIds } = request;
  const streamRequest: StreamRequest = { type, worker, timeoutMs, fetchVariables, tenantIds };

  async function read(signal = new AbortController().signal): Promise<ActivatedJob[]> {
    const jobs: ActivatedJob[] = [];
    for await (const job of camunda.stream?.(streamRequest, signal) ?? []) jobs.push(job);
    return jobs;
  }

  it('gives each job as it comes, and ends when the gateway ends it', async () => {
    gateway.answers.set('StreamActivatedJobs', { messages: [message, { ...message, key: '2' }] });
    const jobs = await read();
    expect(jobs.map(({ key, variables }) => [key, variables])).toEqual([
      [KEY, { input: { source: 'com.example' } }],
      ['2', { input: { source: 'com.example' } }],
    ]);
    expect(gateway.calls[0]?.request).toEqual({
      type: request.type,
      worker: 'test',
      timeout: '60000',
      fetchVariable: ['input'],
      tenantIds: ['one', 'two'],
    });
    expect(gateway.calls[0]?.headers.get('authorization')).toEqual(['Bearer the-token']);
  });

  it('gives the jobs before a failure, then the failure', async () => {
    gateway.answers.set('StreamActivatedJobs', { messages: [message], code: status.UNAVAILABLE });
    const keys: string[] = [];
    const reading = (async () => {
      for await (const { key } of camunda.stream?.(streamRequest, new AbortController().signal) ?? []) keys.push(key);
    })();
    await expect(reading).rejects.toMatchObject({ kind: 'unavailable' });
    expect(keys).toEqual([KEY]);
  });

  it('says that the gateway has none by its code', async () => {
    gateway.answers.set('StreamActivatedJobs', { messages: [], code: status.UNIMPLEMENTED });
    await expect(read()).rejects.toMatchObject({ code: 'UNIMPLEMENTED' });
  });

  it('ends when the signal aborts', async () => {
    gateway.answers.set('StreamActivatedJobs', { never: true });
    const end = new AbortController();
    const reading = read(end.signal);
    while (gateway.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    end.abort();
    expect(await reading).toEqual([]);
  });
});
