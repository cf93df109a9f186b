import { createWorker, type Worker } from 'camunda-eventbridge-worker';
import { createLocalBus, type LocalBus } from 'eventbridge-local-bus';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ModelEngine } from '@eventbridge-kit/testkit/camunda/model-engine';
import { respondFor } from '@eventbridge-kit/testkit/camunda/model-grpc';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { SECRETS } from './scene.ts';
import { startWorkerProcess } from './worker-process.ts';

/** What an engine that keeps its data does when it ends and comes back, by a scripted gateway over the model of one. */

const JOB = {
  type: 'eventbridge-kit:send-event:1',
  tenantId: '<default>',
  retries: 3,
  content: {
    headers: {},
    variables: JSON.stringify({
      authentication: { type: 'credentials', accessKey: SECRETS.AWS_ACCESS_KEY, secretKey: SECRETS.AWS_SECRET_KEY },
      configuration: { region: 'eu-central-1' },
      input: {
        eventBusName: 'default',
        source: 'com.example.orders',
        detailType: 'Order placed',
        detail: { orderId: 'A-1' },
      },
    }),
  },
};

/** The worker's default of `--job-timeout-ms`. */
const JOB_TIMEOUT_MS = 60_000;

/** Ends a hang, no more. */
const HANGS_AFTER_MS = 240_000;

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  // The workers before the bus and the gateway that they speak with.
  for (const end of open.splice(0).reverse()) await end();
});

interface Scene {
  readonly engine: ModelEngine;
  readonly gateway: FakeGateway;
  readonly bus: LocalBus;
  readonly awsEndpoint: string;
  /** Starts a worker in this process. */
  work(): Worker;
  /** The gateway is gone, with every call under way; the engine keeps its data. */
  kill(): void;
  /** It is back at the same address. */
  restart(): Promise<void>;
  /** Resolves when the engine has the end of a job. */
  ended(jobKey: string): Promise<void>;
}

async function setUp(sleep?: (delayMs: number, signal: AbortSignal) => Promise<void>): Promise<Scene> {
  const engine = new ModelEngine();
  const gateway = new FakeGateway({ respond: respondFor(engine) });
  const bus = createLocalBus(sleep === undefined ? {} : { sleep });
  const { url } = await bus.start();
  await gateway.start();
  const { address } = gateway;
  open.push(
    () => bus.close(),
    () => {
      gateway.stop();
      return Promise.resolve();
    },
  );
  return {
    engine,
    gateway,
    bus,
    awsEndpoint: url,
    work: () => {
      const worker = createWorker({ grpcAddress: `grpc://${address}`, awsEndpoint: url });
      open.push(() => worker.stop());
      worker.start();
      return worker;
    },
    kill: () => gateway.stop(),
    restart: () => gateway.start(address),
    ended: (jobKey) =>
      vi.waitFor(() => expect(engine.ends.has(jobKey)).toBe(true), { timeout: HANGS_AFTER_MS, interval: 20 }),
  };
}

function completions({ gateway }: Scene): number {
  return gateway.calls.filter(({ method }) => method === 'CompleteJob').length;
}

describe('a gateway that is gone and comes back', () => {
  it('is waited for, and its waiting jobs are done when it is back', { timeout: HANGS_AFTER_MS }, async () => {
    const here = await setUp();
    const { key } = here.engine.createJob(JOB);
    here.kill();
    const worker = here.work();
    expect(worker.ready).toBe(false);
    await here.restart();
    await here.ended(key);
    expect(here.engine.ends.get(key)).toMatchObject({ how: 'completed' });
    expect(here.bus.events()).toHaveLength(1);
    expect(worker.ready).toBe(true);
  });

  it('is found again by a worker whose call to the bus was under way', { timeout: HANGS_AFTER_MS }, async () => {
    let answer = (): void => undefined;
    let ask = (): void => undefined;
    const asked = new Promise<void>((resolve) => (ask = resolve));
    const here = await setUp(() => {
      ask();
      return new Promise<void>((resolve) => (answer = resolve));
    });
    here.bus.addFault('slow');
    here.work();
    const { key } = here.engine.createJob(JOB);
    await asked;
    here.kill();
    answer();
    await here.restart();
    await here.ended(key);
    expect(here.engine.ends.get(key)).toMatchObject({ how: 'completed' });
    expect(here.bus.events()).toHaveLength(1);
  });
});

describe('a worker that is killed', () => {
  it(
    'after the event and before the outcome leaves the job to the next one: sent twice, completed once',
    { timeout: HANGS_AFTER_MS },
    async () => {
      const here = await setUp();
      // The event is taken, and the answer never comes.
      here.bus.addFault({ kind: 'hang', when: 'after' });
      const taken = new Promise((resolve) => here.bus.subscribe(resolve));
      const settings = { grpcAddress: here.gateway.address, awsEndpoint: here.awsEndpoint };
      const first = startWorkerProcess(settings);
      open.push(() => first.kill());
      const { key } = here.engine.createJob(JOB);
      await taken;
      await first.kill();
      expect(here.engine.ends.has(key)).toBe(false);

      const second = startWorkerProcess(settings);
      open.push(() => second.kill());
      here.engine.advance(JOB_TIMEOUT_MS);
      await here.ended(key);
      expect(here.engine.ends.get(key)).toMatchObject({ how: 'completed' });
      expect(here.bus.events().map(({ detail }) => detail)).toEqual([{ orderId: 'A-1' }, { orderId: 'A-1' }]);
      expect(completions(here)).toBe(1);
    },
  );
});
