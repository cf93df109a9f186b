import { afterEach, describe, expect, it } from 'vitest';
import { CamundaError } from '../../src/camunda/camunda-error.ts';
import { unavailable, type Fault } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { objectAt, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { arrived, createBusScene, eventJob, until, type BusScene, type BusSceneOptions } from './bus-scene.ts';

let scene: BusScene | undefined;
let clock: ManualClock;

async function open(options: BusSceneOptions = {}): Promise<BusScene> {
  clock = new ManualClock(Date.now());
  scene = await createBusScene({ clock, ...options });
  return scene;
}

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

function down(): Fault {
  return { error: unavailable(), applied: false };
}

describe('F1: the worker or its link breaks between the event and the outcome', () => {
  it('sends the event again when the engine hands the job out again: at least once', async () => {
    const { bus, camunda, worker, ran, runs } = await open({ worker: { jobTimeoutMs: 10_000, random: () => 0.999 } });
    camunda.faultFor = (operation) => (operation === 'complete' ? down() : undefined);
    camunda.addJobs(eventJob('1'));
    worker.start();
    await until(() => bus.events().length === 1);
    await clock.until(ran(1));
    expect(worker.counts.expired).toBe(1);
    camunda.faultFor = () => undefined;
    // The next request for jobs.
    await clock.advance(31_000);
    await until(() => runs.length === 2);
    expect(arrived(bus)).toEqual(['1', '1']);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete', activation: 2 }]);
  });

  it('gives both events the id of the job, where the task asks for one', async () => {
    const { bus, camunda, worker, ran, runs } = await open({ worker: { jobTimeoutMs: 10_000, random: () => 0.999 } });
    camunda.faultFor = (operation) => (operation === 'complete' ? down() : undefined);
    const input = { ...objectAt(variablesWith('input.idempotencyId', 'resource'), 'input'), detail: { key: '1' } };
    camunda.addJobs(eventJob('1', { variables: { ...variablesWith('input.detail', {}), input } }));
    worker.start();
    await until(() => bus.events().length === 1);
    await clock.until(ran(1));
    camunda.faultFor = () => undefined;
    await clock.advance(31_000);
    await until(() => runs.length === 2);
    expect(bus.events().map(({ resources }) => resources)).toEqual([['camunda-job:1'], ['camunda-job:1']]);
  });

  it('takes a job that is gone for done: it is logged and counted, and nothing is tried again', async () => {
    const { bus, camunda, worker, lines, runs } = await open();
    bus.subscribe(() => camunda.cancel('1'));
    camunda.addJobs(eventJob('1'));
    worker.start();
    await until(() => runs.length === 1);
    expect(camunda.commands).toMatchObject([{ operation: 'complete', accepted: false }]);
    expect(worker.counts.gone).toBe(1);
    expect(lines.some(({ message }) => message.startsWith('The job is gone'))).toBe(true);
  });
});

describe('F9: a job that can never succeed', () => {
  it.each([
    ['a wrong value', { variables: variablesWith('configuration.region', 'atlantis-1') }],
    ['a wrong header', { headers: { jobTimeout: 'soon' } }],
    ['FEEL that fails', { headers: { resultExpression: '=1 +' } }],
  ])('is an incident after one try: %s', async (_, changes) => {
    const { camunda, worker, runs } = await open();
    camunda.addJobs(eventJob('1', changes));
    worker.start();
    await until(() => runs.length === 1);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'fail', fail: { retries: 0 } }]);
  });

  it('uses up one retry after the other where AWS may think otherwise later', async () => {
    const { bus, camunda, worker, runs } = await open();
    bus.addFault('error:name=UnrecognizedClientException,times=forever');
    camunda.addJobs(eventJob('1', { retries: 2 }));
    worker.start();
    await until(() => runs.length === 1);
    await clock.advance(31_000);
    await until(() => runs.length === 2);
    expect(camunda.outcomesOf('1').map(({ fail }) => fail?.retries)).toEqual([1, 0]);
  });
});

describe('F10: SIGTERM', () => {
  it('takes no more jobs, ends those whose events arrive, and gives the rest back with their retries', async () => {
    const { bus, camunda, worker, runs } = await open({ worker: { drainTimeoutMs: 3_000, maxActiveJobs: 20 } });
    bus.addFault('hang');
    camunda.addJobs(...Array.from({ length: 15 }, (_, at) => eventJob(String(at), { retries: 2 })));
    worker.start();
    await until(() => runs.length === 5);
    const stopped = worker.stop();
    await clock.settle();
    camunda.addJobs(eventJob('late'));
    await clock.until(stopped);
    expect(camunda.activationsOf('late')).toBe(0);
    expect(worker.counts).toMatchObject({ complete: 5, fail: 10 });
    for (let at = 0; at < 15; at += 1) expect(camunda.outcomesOf(String(at))).toHaveLength(1);
    const givenBack = camunda.commands.filter(({ operation }) => operation === 'fail');
    for (const { fail } of givenBack) expect(fail).toMatchObject({ retries: 2, retryBackoffMs: 0 });
    expect(new Set(arrived(bus)).size).toBe(5);
  });
});

describe('F11: a gateway that is away', () => {
  it('gets the outcome when it is back, within the time of the job, and the event is sent once', async () => {
    const { bus, camunda, worker, runs } = await open({ worker: { random: () => 0.999 } });
    worker.start();
    await clock.advance(2_000);
    expect(worker.ready).toBe(true);
    camunda.addJobs(eventJob('1'));
    await until(() => camunda.activationsOf('1') === 1);
    camunda.faultFor = down;
    await until(() => camunda.commands.some(({ operation }) => operation === 'complete'));
    await clock.advance(40_000);
    expect(worker.ready).toBe(false);
    expect(runs).toEqual([]);
    camunda.faultFor = () => undefined;
    await clock.advance(11_000);
    expect(worker.ready).toBe(true);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete', activation: 1 }]);
    expect(bus.events()).toHaveLength(1);
  });
});

describe('F12: more work than there is room for', () => {
  it('keeps the active jobs bounded, whatever waits', async () => {
    const { bus, camunda, worker } = await open({ worker: { maxActiveJobs: 5 } });
    bus.addFault('hang:times=forever');
    camunda.addJobs(...Array.from({ length: 50 }, (_, at) => eventJob(String(at))));
    worker.start();
    await until(() => bus.counts().connections > 0);
    await clock.advance(2_000);
    expect(worker.activeJobs).toBe(5);
    expect(camunda.requests.every(({ maxJobs }) => maxJobs <= 5)).toBe(true);
  });

  it('asks for no more jobs while the events that wait are too many bytes', async () => {
    const { bus, camunda, worker } = await open({ worker: { maxQueuedBytes: 10_000 } });
    bus.addFault('hang');
    camunda.addJobs(eventJob('1', {}, { text: 'x'.repeat(20_000) }));
    worker.start();
    await until(() => bus.counts().connections === 1);
    const before = camunda.requests.length;
    camunda.addJobs(eventJob('2'));
    await clock.advance(5_000);
    expect([camunda.requests.length, camunda.activationsOf('2')]).toEqual([before, 0]);
    // The call is given up, and the next one arrives.
    await clock.advance(5_100);
    await until(() => bus.events().length === 2);
    expect(arrived(bus)).toEqual(['1', '2']);
  });

  it('backs off when the engine is busy, stays ready and says nothing', async () => {
    const { camunda, worker, lines } = await open({ worker: { random: () => 0.999 } });
    worker.start();
    await clock.advance(2_000);
    const before = camunda.requests.length;
    const busy = new CamundaError('backPressure', 'RESOURCE_EXHAUSTED', 'busy');
    camunda.faultFor = (operation) => (operation === 'activate' ? { error: busy, applied: false } : undefined);
    await clock.advance(120_000);
    expect(worker.ready).toBe(true);
    expect(camunda.requests.length - before).toBeLessThan(40);
    expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});
