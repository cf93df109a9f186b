import { afterEach, describe, expect, it } from 'vitest';
import { createAwsSender } from '../../src/aws/aws-sender.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { unavailable } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { objectAt, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { arrived, createBusScene, eventJob, until, type BusScene, type BusSceneOptions } from './bus-scene.ts';

let scene: BusScene | undefined;

async function open(options?: BusSceneOptions): Promise<BusScene> {
  scene = await createBusScene(options);
  return scene;
}

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

function failOf({ camunda }: BusScene, key: string) {
  return camunda.outcomesOf(key).at(-1)?.fail;
}

describe('F2: a job timeout shorter than the call', () => {
  it('ends the call in time for the failure to reach the engine, after two extensions', async () => {
    const clock = new ManualClock(Date.now());
    const { bus, camunda, worker, ran } = await open({ clock, worker: { jobTimeoutMs: 8_000 } });
    bus.addFault('hang:times=forever');
    camunda.addJobs(eventJob('1'));
    worker.start();
    await until(() => bus.counts().connections === 1);
    const beganMs = clock.nowMs();
    await clock.until(ran(1));
    expect(clock.nowMs() - beganMs).toBeLessThan(24_000);
    expect(camunda.activationsOf('1')).toBe(1);
    const [first, second, last, ...more] = camunda.commands;
    expect([first?.operation, second?.operation, last?.operation, more]).toEqual(['extend', 'extend', 'fail', []]);
    expect(last?.fail).toMatchObject({ retries: 2 });
    expect(last?.fail?.message).toContain('not known');
  });

  it('sends nothing when the time is over before its turn', async () => {
    const clock = new ManualClock(Date.now());
    const aws = createAwsSender({ clock });
    const late: typeof aws = {
      ...aws,
      send: async (entry, identity, options) => {
        await clock.advance(58_100);
        return aws.send(entry, { ...identity, endpoint: url }, options);
      },
    };
    const opened = await open({ clock, worker: { sender: late, jobTimeoutMs: 60_000 } });
    const { bus, busUrl: url, camunda, worker, ran } = opened;
    camunda.faultFor = (operation) => (operation === 'extend' ? { error: unavailable(), applied: false } : undefined);
    camunda.addJobs(eventJob('1'));
    worker.start();
    await clock.until(ran(1));
    expect(failOf(opened, '1')?.message).toContain('It was not sent');
    expect(bus.counts().calls).toBe(0);
    aws.close();
  });
});

describe('F3: a call that fails in part', () => {
  it('gives each job the outcome of its own entry, and tries again what AWS may take later', async () => {
    const opened = await open();
    const { bus, camunda, worker, ran } = opened;
    bus.addFault('entry:nth=3,code=MalformedDetail');
    bus.addFault('entry:nth=5,code=InternalFailure');
    const keys = Array.from({ length: 10 }, (_, at) => String(at + 1));
    camunda.addJobs(...keys.map((key) => eventJob(key)));
    worker.start();
    await ran(10);
    expect(worker.counts).toMatchObject({ complete: 9, fail: 1 });
    expect(failOf(opened, '3')).toMatchObject({ retries: 0 });
    expect(arrived(bus).sort()).toEqual(keys.filter((key) => key !== '3').sort());
    // Ten entries at once, then the one that AWS could not take.
    expect(bus.counts()).toMatchObject({ calls: 2, entries: 11 });
  });
});

describe('F3: a call that one bus makes AWS refuse as a whole', () => {
  it('fails the jobs of that bus alone, each with its own bus and one retry less', async () => {
    const opened = await open({ bus: { buses: ['orders', 'closed'] } });
    const { bus, camunda, worker, ran } = opened;
    bus.addFault({ kind: 'deny', resource: 'closed' });
    const forBus = (key: string, eventBusName: string) => {
      const input = objectAt(variablesWith('input.eventBusName', eventBusName), 'input');
      return eventJob(key, {
        variables: { ...variablesWith('input.detail', { key }), input: { ...input, detail: { key } } },
      });
    };
    camunda.addJobs(
      forBus('1', 'orders'),
      forBus('2', 'closed'),
      ...['3', '4', '5'].map((key) => forBus(key, 'orders')),
    );
    worker.start();
    await ran(5);
    expect(worker.counts).toMatchObject({ complete: 4, fail: 1 });
    expect(failOf(opened, '2')).toMatchObject({ retries: 2 });
    expect(failOf(opened, '2')?.message).toContain('event-bus/closed');
    expect(arrived(bus).sort()).toEqual(['1', '3', '4', '5']);
  });
});

describe('F13: a clock that is an hour fast', () => {
  it('costs no job a retry, however many calls were under way', async () => {
    const { bus, camunda, worker, ran } = await open({
      worker: { clock: { ...systemClock, nowMs: () => systemClock.nowMs() + 3_600_000 } },
    });
    camunda.addJobs(...Array.from({ length: 60 }, (_, at) => eventJob(String(at))));
    worker.start();
    await ran(60);
    expect(worker.counts).toMatchObject({ complete: 60, fail: 0 });
    expect(new Set(arrived(bus)).size).toBe(60);
  });
});

describe('F4: throttling', () => {
  it('of an entry is tried again, then fails the job with a retry less and its backoff', async () => {
    const opened = await open();
    const { bus, camunda, worker, ran } = opened;
    bus.addFault('entry:code=ThrottlingException,times=forever');
    camunda.addJobs(eventJob('1', { headers: { retryBackoff: 'PT30S' } }));
    worker.start();
    await ran(1);
    expect(failOf(opened, '1')).toMatchObject({ retries: 2, retryBackoffMs: 30_000 });
    expect(bus.counts().calls).toBe(5);
  });

  it('of a call that passes is no failure', async () => {
    const { bus, camunda, worker, ran } = await open();
    bus.addFault('error:name=ThrottlingException,times=3');
    camunda.addJobs(eventJob('1'), eventJob('2'));
    worker.start();
    await ran(2);
    expect(worker.counts).toMatchObject({ complete: 2, fail: 0 });
    expect(arrived(bus)).toEqual(['1', '2']);
  });

  it('waits a random part of a bound that doubles', async () => {
    const clock = new ManualClock(Date.now());
    let retries = 0;
    const awsObserver = { onRetry: () => (retries += 1) };
    const { bus, camunda, worker, runs } = await open({ clock, worker: { random: () => 0.5, awsObserver } });
    bus.addFault('error:name=ThrottlingException,times=forever');
    camunda.addJobs(eventJob('1'));
    worker.start();
    // Half of 1, 2, 4 and 8 s.
    for (const [at, waitMs] of [500, 1_000, 2_000, 4_000].entries()) {
      await until(() => retries === at + 1);
      await clock.advance(waitMs - 1);
      expect(retries).toBe(at + 1);
      await clock.advance(1);
    }
    await until(() => runs.length === 1);
    expect(retries).toBe(4);
  });
});

describe('F5: a call that is too large', () => {
  it('fails the job of the entry that is too large alone, with 0 retries', async () => {
    const opened = await open({ bus: { maxBodyBytes: 20_000 } });
    const { bus, camunda, worker, ran } = opened;
    camunda.addJobs(eventJob('1'), eventJob('2', {}, { text: 'x'.repeat(30_000) }), eventJob('3'));
    worker.start();
    await ran(3);
    expect(failOf(opened, '2')).toMatchObject({ retries: 0 });
    expect(failOf(opened, '2')?.message).toContain('HTTP 413');
    expect(arrived(bus).sort()).toEqual(['1', '3']);
    expect(worker.counts).toMatchObject({ complete: 2, fail: 1 });
  });

  it('is not made: the size is checked before', async () => {
    const opened = await open();
    const { bus, camunda, worker, ran } = opened;
    camunda.addJobs(eventJob('1', {}, { text: 'x'.repeat(1_048_576) }));
    worker.start();
    await ran(1);
    expect(failOf(opened, '1')).toMatchObject({ retries: 0 });
    expect(bus.counts().connections).toBe(0);
  });
});

describe('F6: events that AWS would lose in silence', () => {
  it.each([
    ['without a detail type', 'input.detailType', ''],
    ['of a source that is reserved', 'input.source', 'aws.ec2'],
  ])('are refused before they are sent: %s', async (_, field, value) => {
    const opened = await open();
    const { bus, camunda, worker, ran } = opened;
    camunda.addJobs(eventJob('1', { variables: variablesWith(field, value) }));
    worker.start();
    await ran(1);
    expect(failOf(opened, '1')).toMatchObject({ retries: 0 });
    expect(failOf(opened, '1')?.message).toContain(field);
    expect(bus.counts().connections).toBe(0);
  });
});

describe('F6: a bus that does not exist', () => {
  const jobFor = (key: string, eventBusName: string) =>
    eventJob(key, { variables: { ...variablesWith('input.eventBusName', eventBusName) } });

  it('takes no event where the operator has buses looked up, and its job says so', async () => {
    const opened = await open({ worker: { checkEventBus: true } });
    const { bus, camunda, worker, ran } = opened;
    camunda.addJobs(jobFor('1', 'nowhere'), jobFor('2', 'orders'));
    worker.start();
    await ran(2);
    expect(failOf(opened, '1')).toMatchObject({ retries: 0 });
    expect(failOf(opened, '1')?.message).toMatch(/input\.eventBusName: .*does not exist.*"nowhere" in eu-central-1/);
    expect(worker.counts).toMatchObject({ complete: 1, fail: 1 });
    expect(bus.counts().entries).toBe(1);
  });

  it('is not looked up else: AWS accepts the event, and loses it', async () => {
    const { camunda, worker, ran } = await open();
    camunda.addJobs(jobFor('1', 'nowhere'));
    worker.start();
    await ran(1);
    expect(worker.counts).toMatchObject({ complete: 1 });
  });
});

describe('F7: temporary credentials', () => {
  const arn = 'arn:aws:iam::123456789012:role/event-sender';
  const authentication = { ...objectAt(variablesWith('authentication.roleArn', arn), 'authentication') };
  const roleJob = (key: string) =>
    eventJob(key, { variables: { ...variablesWith('input.detail', { key }), authentication } });

  it('that are over in the middle are got anew once, and the events of all jobs arrive', async () => {
    const { bus, camunda, worker, ran } = await open({ worker: { allowedRoles: [arn] }, bus: { roles: [{ arn }] } });
    camunda.addJobs(roleJob('1'));
    worker.start();
    await ran(1);
    bus.addFault('error:name=ExpiredTokenException');
    camunda.addJobs(roleJob('2'), roleJob('3'));
    await ran(3);
    expect(arrived(bus).sort()).toEqual(['1', '2', '3']);
    expect(new Set(bus.events().map(({ accessKeyId }) => accessKeyId)).size).toBe(2);
  });

  it('that stay over fail the job after one more call', async () => {
    const opened = await open({ worker: { allowedRoles: [arn] }, bus: { roles: [{ arn }] } });
    const { bus, camunda, worker, ran } = opened;
    bus.addFault('error:name=ExpiredTokenException,times=2');
    camunda.addJobs(roleJob('1'));
    worker.start();
    await ran(1);
    expect(failOf(opened, '1')?.message).toContain('ExpiredTokenException');
    expect(failOf(opened, '1')).toMatchObject({ retries: 2 });
    // A third call would have been accepted.
    expect(bus.events()).toEqual([]);
  });
});

describe('F8: secrets', () => {
  it('stand in no message, variable, log line or trace of a call that AWS refused', async () => {
    const { camunda, worker, ran, runs, lines } = await open({
      worker: { secrets: { ...SECRETS, AWS_SECRET_KEY: 'another-secret-key' } },
    });
    camunda.addJobs(eventJob('1', { headers: { errorExpression: '={text: error.message, all: error}' } }));
    worker.start();
    await ran(1);
    expect(runs[0]?.outcome?.type).toBe('fail');
    const told = JSON.stringify([camunda.commands, lines, runs.map(({ trace, outcome }) => [trace, outcome])]);
    expect(told).toContain('InvalidSignatureException');
    for (const secret of [SECRETS.AWS_ACCESS_KEY, 'another-secret-key', 'Canonical'])
      expect(told).not.toContain(secret);
  });
});
