import { describe, expect, it } from 'vitest';
import { captureLog } from '@eventbridge-kit/testkit/capture-log';
import { FakeSender, hang } from '@eventbridge-kit/testkit/fake-sender';
import { makeJob, SECRETS } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { StreamingCamunda } from '@eventbridge-kit/testkit/camunda/streaming-camunda';
import { unavailable } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { CamundaError } from '../camunda/camunda-error.ts';
import { createWorker, type WorkerOptions } from '../create-worker.ts';

function createScene(options: WorkerOptions = {}) {
  const clock = new ManualClock();
  const camunda = new StreamingCamunda(clock);
  const sender = new FakeSender();
  const { log, lines } = captureLog();
  const common = { connection: camunda, sender, secrets: SECRETS, clock, random: () => 0.999, log };
  const worker = createWorker({ ...common, ...options });
  return { clock, camunda, sender, worker, lines };
}

describe('jobs that the engine pushes', () => {
  it('run at once, and those that waited before are polled for', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    camunda.push(makeJob('2'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete' }]);
    expect(camunda.outcomesOf('2')).toMatchObject([{ operation: 'complete' }]);
    await clock.until(worker.stop());
  });

  it('run at once while the first poll is not answered', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.pollDelayMs = 7_000;
    worker.start();
    await clock.settle();
    camunda.push(makeJob('1'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete' }]);
    await clock.until(worker.stop());
  });

  it('leave those that a late poll brings waiting for room, and those get their time anew', async () => {
    const { worker, camunda, sender, clock } = createScene({ maxActiveJobs: 2, jobTimeoutMs: 20_000 });
    camunda.pollDelayMs = 7_000;
    sender.reply = () => hang;
    camunda.addJobs(makeJob('a'), makeJob('b'));
    worker.start();
    await clock.settle();
    camunda.push(makeJob('1'));
    camunda.push(makeJob('2'));
    await clock.advance(10_000);
    expect(camunda.activationsOf('a')).toBe(1);
    expect(worker.activeJobs).toBe(2);
    await clock.advance(60_000);
    for (const key of ['a', 'b'])
      expect(camunda.commands.find(({ jobKey }) => jobKey === key)?.operation).toBe('extend');
    await clock.until(worker.stop());
    const all = ['1', '2', 'a', 'b'].map((key) => camunda.outcomesOf(key).length);
    expect(all).toEqual(['1', '2', 'a', 'b'].map((key) => camunda.activationsOf(key)));
  });

  it('are counted apart from those that are polled for', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    camunda.push(makeJob('2'));
    camunda.push(makeJob('3'));
    await clock.settle();
    const jobType = 'eventbridge-kit:send-event:1';
    expect(worker.intake).toEqual([{ jobType, jobs: { stream: 2, poll: 1 }, isStreamOpen: true }]);
    await clock.until(worker.stop());
    expect(worker.intake).toMatchObject([{ isStreamOpen: false }]);
  });

  it('are none where streaming is off: each is polled for', async () => {
    const { worker, camunda, clock } = createScene({ jobStreaming: false });
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    expect(worker.intake).toMatchObject([{ jobs: { stream: 0, poll: 1 }, isStreamOpen: false }]);
    await clock.until(worker.stop());
  });

  it('ask for the same jobs as a poll does', async () => {
    const { worker, camunda, clock } = createScene({ tenantIds: ['a', 'b'] });
    worker.start();
    await clock.settle();
    const { maxJobs, requestTimeoutMs, ...asked } = camunda.requests[0] ?? {};
    expect(camunda.streams[0]?.request).toEqual(asked);
    expect([maxJobs, requestTimeoutMs]).toEqual([100, -1]);
    await clock.until(worker.stop());
  });

  it('leave polling as the backstop, with seconds in between', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.advance(60_000);
    expect(camunda.requests.length).toBeLessThan(9);
    expect(worker.ready).toBe(true);
    camunda.addJobs(makeJob('1'));
    await clock.advance(10_000);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    await clock.until(worker.stop());
  });

  it.each([1, 3])('are no more at a time than there is room for, however they come: %i', async (maxActiveJobs) => {
    const { worker, camunda, sender, clock } = createScene({ maxActiveJobs });
    sender.reply = () => hang;
    camunda.addJobs(makeJob('a'), makeJob('b'), makeJob('c'), makeJob('d'));
    worker.start();
    await clock.settle();
    for (let key = 0; key < 10; key += 1) camunda.push(makeJob(String(key)));
    await clock.advance(5_000);
    expect(worker.activeJobs).toBe(maxActiveJobs);
    // Read from the stream: one that found no room; the rest stays with the gateway.
    expect(camunda.unread).toBeGreaterThanOrEqual(9 - maxActiveJobs);
    await clock.until(worker.stop());
  });

  it('that waited long for room get their time anew before they run', async () => {
    const { worker, camunda, sender, clock } = createScene({ maxActiveJobs: 1, jobTimeoutMs: 20_000 });
    let first = true;
    sender.reply = () => {
      const reply = first ? hang : undefined;
      first = false;
      return reply ?? (() => Promise.resolve({ ok: false, error: { ...failure } }));
    };
    worker.start();
    await clock.settle();
    camunda.push(makeJob('1'));
    camunda.push(makeJob('2'));
    await clock.advance(39_000);
    const own = camunda.commands.filter(({ jobKey }) => jobKey === '2').map(({ operation }) => operation);
    expect(own.slice(0, 2)).toEqual(['extend', 'fail']);
    await clock.until(worker.stop());
  });
});

const failure = { type: '', code: 'X', message: 'No.', variables: {}, inputError: false };

describe('a stream that brings nothing', () => {
  it('is not trusted: jobs are polled for without a pause of seconds, until it brings one', async () => {
    const { worker, camunda, clock, lines } = createScene();
    worker.start();
    await clock.advance(15_000);
    camunda.addJobs(makeJob('1'));
    await clock.advance(10_000);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    camunda.addJobs(makeJob('2'));
    await clock.advance(200);
    expect(camunda.outcomesOf('2')).toHaveLength(1);
    expect(lines.filter(({ message }) => message.includes('did not bring'))).toHaveLength(1);
    camunda.push(makeJob('3'));
    await clock.advance(60_000);
    const before = camunda.requests.length;
    await clock.advance(60_000);
    expect(camunda.requests.length - before).toBeLessThan(8);
    expect(camunda.requests.at(-1)?.requestTimeoutMs).toBe(-1);
    await clock.until(worker.stop());
  });

  it('is found out soon after the start', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.settle();
    camunda.addJobs(makeJob('1'));
    await clock.advance(500);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    await clock.until(worker.stop());
  });

  it('is not opened where the operator wants none', async () => {
    const { worker, camunda, clock } = createScene({ jobStreaming: false });
    worker.start();
    await clock.settle();
    expect(camunda.streams).toEqual([]);
    camunda.addJobs(makeJob('1'));
    await clock.advance(1_000);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    await clock.until(worker.stop());
  });
});

describe('a stream that ends', () => {
  it('is opened again, with waits that grow, and jobs are polled for meanwhile', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.streamFault = () => new CamundaError('backPressure', 'RESOURCE_EXHAUSTED', 'busy');
    worker.start();
    await clock.advance(30_000);
    expect(camunda.streams.length).toBeLessThan(12);
    expect(worker.ready).toBe(true);
    camunda.addJobs(makeJob('1'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    camunda.streamFault = () => undefined;
    await clock.advance(11_000);
    camunda.push(makeJob('2'));
    await clock.settle();
    expect(camunda.outcomesOf('2')).toHaveLength(1);
    await clock.until(worker.stop());
  });

  it('with the gateway makes the worker not ready until it is back', async () => {
    const { worker, camunda, clock, lines } = createScene();
    worker.start();
    await clock.advance(2_000);
    camunda.faultFor = () => ({ error: unavailable(), applied: false });
    camunda.streamFault = unavailable;
    camunda.breakStreams(unavailable());
    await clock.advance(1_000);
    expect(worker.ready).toBe(false);
    camunda.faultFor = () => undefined;
    camunda.streamFault = () => undefined;
    await clock.advance(15_000);
    expect(worker.ready).toBe(true);
    camunda.push(makeJob('1'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    await clock.until(worker.stop());
  });

  it('after a while, cut by what lies between, is opened again in silence', async () => {
    const { worker, camunda, clock, lines } = createScene();
    worker.start();
    for (let minute = 1; minute <= 5; minute += 1) {
      await clock.advance(60_000);
      camunda.breakStreams(unavailable());
      await clock.settle();
      expect(worker.ready).toBe(true);
    }
    await clock.advance(200);
    expect(camunda.streams).toHaveLength(6);
    expect(lines.filter(({ level }) => level !== 'debug')).toHaveLength(1);
    // While the poll that bridges the gap is held.
    camunda.push(makeJob('1'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    await clock.until(worker.stop());
  });

  it('after a while with the gateway is told at once', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.advance(60_000);
    camunda.faultFor = () => ({ error: unavailable(), applied: false });
    camunda.streamFault = unavailable;
    camunda.breakStreams(unavailable());
    await clock.settle();
    expect(worker.ready).toBe(false);
    await clock.until(worker.stop());
  });

  it('because the gateway has none is not tried again: jobs are polled for', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.streamFault = () => new CamundaError('rejected', 'UNIMPLEMENTED', 'unknown method');
    worker.start();
    await clock.advance(120_000);
    expect(camunda.streams).toHaveLength(1);
    camunda.addJobs(makeJob('1'));
    await clock.settle();
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    expect(camunda.requests.at(-1)?.requestTimeoutMs).toBe(30_000);
    await clock.until(worker.stop());
  });
});

describe('a worker that ends', () => {
  it('closes the stream, and leaves no timer behind', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.settle();
    camunda.push(makeJob('1'));
    await clock.until(worker.stop());
    await clock.settle();
    expect(camunda.streams.every(({ signal }) => signal.aborted)).toBe(true);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
  });
});
