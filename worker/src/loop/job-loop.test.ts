import { describe, expect, it } from 'vitest';
import { unavailable, type Fault } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { crash, hang, ignoreAll, rejectEntry } from '@eventbridge-kit/testkit/fake-sender';
import { makeJob, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { createScene } from '../../test/scene.ts';
import { CamundaError } from '../camunda/camunda-error.ts';

function busy(): Fault {
  return { error: new CamundaError('backPressure', 'RESOURCE_EXHAUSTED', 'busy'), applied: false };
}
function down(): Fault {
  return { error: unavailable(), applied: false };
}

describe('the job loop', () => {
  it('sends the event of a job and completes it', async () => {
    const { worker, camunda, sender, clock } = createScene();
    camunda.addJobs(makeJob('1', { headers: { resultExpression: '={id: entries[1].eventId}' } }));
    worker.start();
    await clock.settle();
    expect(camunda.commands).toMatchObject([{ operation: 'complete', accepted: true, variables: { id: 'event-1' } }]);
    expect(sender.sent.map(({ entry }) => entry.Source)).toEqual(['com.example.orders']);
    expect(worker.counts.complete).toBe(1);
    await worker.stop();
  });

  it('fetches the variables of the inputs and no others', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.settle();
    expect(camunda.requests[0]?.fetchVariables).toEqual(['authentication', 'configuration', 'input']);
    await worker.stop();
  });

  it('never has more jobs at a time than it may', async () => {
    const { worker, camunda, sender, clock } = createScene({ maxActiveJobs: 4 });
    sender.reply = () => hang;
    camunda.addJobs(...Array.from({ length: 10 }, (_, at) => makeJob(String(at))));
    worker.start();
    await clock.settle();
    expect(worker.activeJobs).toBe(4);
    expect(sender.sent).toHaveLength(4);
    await clock.until(worker.stop());
  });

  it('fails the job of a rejected entry with the code of the entry, and does not complete it', async () => {
    const { worker, camunda, sender, clock } = createScene();
    sender.reply = () => rejectEntry('ThrottlingException');
    camunda.addJobs(makeJob('1', { headers: { retryBackoff: 'PT30S' }, retries: 1 }));
    worker.start();
    await clock.settle();
    const [command] = camunda.outcomesOf('1');
    expect(command?.fail).toMatchObject({ retries: 0, retryBackoffMs: 30_000 });
    expect(command?.fail?.message).toContain('ThrottlingException');
    await worker.stop();
  });

  it('ends a job with a wrong value with 0 retries, naming field, value and rule', async () => {
    const { worker, camunda, sender, clock } = createScene();
    camunda.addJobs(makeJob('1', { variables: variablesWith('input.source', 'aws.ec2') }));
    worker.start();
    await clock.settle();
    const [command] = camunda.outcomesOf('1');
    expect(command?.fail?.retries).toBe(0);
    expect(command?.fail?.message).toMatch(/input\.source: .*found "aws\.ec2"/);
    expect(sender.sent).toEqual([]);
    await worker.stop();
  });
});

describe('a gateway that is not there', () => {
  it('is said once, with its address and what to do, and waited for with growing waits', async () => {
    const { worker, camunda, clock, lines } = createScene();
    let probes = 0;
    camunda.faultFor = (operation) => {
      if (operation === 'probe') probes += 1;
      return down();
    };
    worker.start();
    await clock.advance(60_000);
    expect(worker.ready).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.message).toContain('grpc://fake:26500');
    expect(lines[0]?.message).toContain('ZEEBE_GRPC_ADDRESS');
    // 0.2 + 0.4 + ... + 6.4 s, then 10 s each.
    expect(probes).toBe(11);

    camunda.faultFor = () => undefined;
    await clock.advance(12_000);
    expect(worker.ready).toBe(true);
    expect(lines.at(-1)).toMatchObject({ level: 'info' });
    expect(lines.at(-1)?.message).toContain('is back');
    await worker.stop();
  });

  it('is noticed in the middle, and is ready again when jobs are handed out', async () => {
    const { worker, camunda, clock, lines } = createScene();
    worker.start();
    await clock.advance(2_000);
    expect(worker.ready).toBe(true);
    camunda.faultFor = down;
    await clock.advance(60_000);
    expect(worker.ready).toBe(false);
    camunda.faultFor = () => undefined;
    camunda.addJobs(makeJob('1'));
    await clock.advance(30_000);
    expect(worker.ready).toBe(true);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    await worker.stop();
  });

  it('does not flap where it answers but hands out nothing', async () => {
    const { worker, camunda, clock, lines } = createScene();
    const denied = { error: new CamundaError('unauthorized', 'PERMISSION_DENIED', 'not allowed'), applied: false };
    camunda.faultFor = (operation) => (operation === 'activate' ? denied : undefined);
    worker.start();
    await clock.advance(120_000);
    expect(worker.ready).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.message).toContain('CAMUNDA_AUTH_STRATEGY');
    expect(camunda.requests.length).toBeLessThan(25);
    await worker.stop();
  });

  it('under back-pressure stays ready and says nothing', async () => {
    const { worker, camunda, clock, lines } = createScene();
    worker.start();
    await clock.advance(2_000);
    const before = camunda.requests.length;
    camunda.faultFor = (operation) => (operation === 'activate' ? busy() : undefined);
    await clock.advance(120_000);
    expect(worker.ready).toBe(true);
    expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
    expect(camunda.requests.length - before).toBeLessThan(40);
    await worker.stop();
  });
});

describe('the outcome of a job', () => {
  it('is sent again while the gateway is away, and the event is not', async () => {
    const { worker, camunda, sender, clock } = createScene();
    let failures = 5;
    camunda.faultFor = (operation) => (operation === 'complete' && failures-- > 0 ? down() : undefined);
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(20_000);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete' }]);
    expect(sender.sent).toHaveLength(1);
    await worker.stop();
  });

  it('is not sent again when the job is gone; that is logged and counted', async () => {
    const { worker, camunda, sender, clock, lines } = createScene();
    sender.reply = () => () => {
      camunda.cancel('1');
      return rejectEntry('InternalFailure')({});
    };
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(20_000);
    expect(camunda.commands).toHaveLength(1);
    expect(worker.counts.gone).toBe(1);
    expect(lines.find(({ level }) => level === 'warn')?.message).toContain('The job is gone');
    await worker.stop();
  });

  it.each(['FAILED_PRECONDITION', 'INVALID_STATE'])(
    'fails no job that another try has failed meanwhile (%s): its own time was over',
    async (code) => {
      const { worker, camunda, clock, lines } = createScene();
      const refusal = { error: new CamundaError('rejected', code, 'the job is in state FAILED'), applied: false };
      camunda.faultFor = (operation) => (operation === 'complete' ? refusal : undefined);
      camunda.addJobs(makeJob('1'));
      worker.start();
      await clock.advance(20_000);
      expect(camunda.outcomesOf('1')).toEqual([]);
      expect(worker.counts.gone).toBe(1);
      expect(lines.find(({ level }) => level === 'warn')?.message).toContain('The job is gone');
      await worker.stop();
    },
  );

  it('becomes an incident when the engine will never take it', async () => {
    const { worker, camunda, clock } = createScene();
    const refusal = { error: new CamundaError('rejected', 'INVALID_ARGUMENT', 'variables too large'), applied: false };
    camunda.faultFor = (operation) => (operation === 'complete' ? refusal : undefined);
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(20_000);
    const [outcome] = camunda.outcomesOf('1');
    expect(outcome?.fail).toMatchObject({ retries: 0 });
    expect(outcome?.fail?.message).toContain('variables too large');
    await worker.stop();
  });

  it('is given up when the job is over, and the engine hands the job out again', async () => {
    const { worker, camunda, clock } = createScene({ jobTimeoutMs: 10_000 });
    camunda.addJobs(makeJob('1'));
    camunda.faultFor = (operation) => (operation === 'complete' ? down() : undefined);
    worker.start();
    await clock.advance(9_900);
    camunda.faultFor = () => undefined;
    await clock.advance(60_000);
    expect(worker.counts.expired).toBe(1);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete', activation: 2 }]);
    await worker.stop();
  });
});

describe('the time of a job', () => {
  it('is extended once by its header before anything is sent', async () => {
    const { worker, camunda, sender, clock } = createScene();
    let sentAtExtend = -1;
    camunda.faultFor = (operation) => {
      if (operation === 'extend') sentAtExtend = sender.sent.length;
      return undefined;
    };
    camunda.addJobs(makeJob('1', { headers: { jobTimeout: 'PT5M' } }));
    worker.start();
    await clock.settle();
    expect(sentAtExtend).toBe(0);
    expect(camunda.commands.map(({ operation }) => operation)).toEqual(['extend', 'complete']);
    expect(camunda.commands[0]?.timeoutMs).toBe(300_000);
    await worker.stop();
  });

  it('cannot be extended: the job does not run, and nothing is sent', async () => {
    const { worker, camunda, sender, clock } = createScene();
    const gone = { error: new CamundaError('notFound', 'NOT_FOUND', 'no such job'), applied: false };
    camunda.faultFor = (operation) => (operation === 'extend' ? gone : undefined);
    camunda.addJobs(makeJob('1', { headers: { jobTimeout: 'PT5M' } }));
    worker.start();
    await clock.advance(1_000);
    expect(sender.sent).toEqual([]);
    expect(camunda.commands.map(({ operation }) => operation)).toEqual(['extend']);
    expect(worker.counts.gone).toBe(1);
    await worker.stop();
  });

  it('is extended twice while the work lasts, each time when half of it is over', async () => {
    const { worker, camunda, sender, clock } = createScene({ jobTimeoutMs: 20_000 });
    sender.reply = () => hang;
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(9_999);
    expect(camunda.commands).toEqual([]);
    await clock.advance(28_000);
    expect(camunda.commands).toMatchObject([
      { operation: 'extend', timeoutMs: 20_000 },
      { operation: 'extend', timeoutMs: 20_000 },
    ]);
    await clock.until(worker.stop());
  });

  it('is asked for again where Camunda did not give it, as long as there is some left', async () => {
    const { worker, camunda, sender, clock } = createScene({ jobTimeoutMs: 20_000 });
    sender.reply = () => hang;
    camunda.faultFor = (operation) => (operation === 'extend' ? down() : undefined);
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(18_500);
    expect(camunda.commands.filter(({ operation }) => operation === 'extend').length).toBeGreaterThan(2);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'fail', activation: 1 }]);
    await clock.until(worker.stop());
  });

  it('ends at once when the job turns out to be gone: nothing more is sent', async () => {
    const { worker, camunda, sender, clock } = createScene({ jobTimeoutMs: 20_000 });
    sender.reply = () => hang;
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(5_000);
    camunda.cancel('1');
    await clock.advance(5_000);
    expect(worker.counts.gone).toBe(1);
    await clock.until(worker.stop());
  });

  it('ends the call before it is over, so that the failure still reaches the engine', async () => {
    const { worker, camunda, sender, clock } = createScene({ jobTimeoutMs: 20_000 });
    sender.reply = () => hang;
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(38_500);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'fail', activation: 1, fail: { retries: 2 } }]);
    await clock.until(worker.stop());
  });

  it('ends the job even where the call cannot be ended', async () => {
    const { worker, camunda, sender, clock } = createScene({ jobTimeoutMs: 20_000 });
    sender.reply = () => ignoreAll;
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.advance(39_500);
    const [outcome] = camunda.outcomesOf('1');
    expect(outcome?.fail?.retries).toBe(2);
    expect(outcome?.fail?.message).toContain('jobTimeout');
    await clock.until(worker.stop());
  });
});

describe('a mistake in the worker itself', () => {
  it('fails the job with a retry and tells its name alone', async () => {
    const { worker, camunda, sender, clock, lines } = createScene();
    sender.reply = () => crash;
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    expect(camunda.outcomesOf('1')[0]?.fail?.message).toContain('RangeError');
    expect(JSON.stringify([camunda.commands, lines])).not.toContain('a mistake in the sender');
    await clock.until(worker.stop());
  });
});

describe('a worker that ends', () => {
  it('takes no more jobs, and lets the running ones end', async () => {
    const { worker, camunda, sender, clock } = createScene();
    let finish: () => void = () => undefined;
    sender.reply = () => (options) =>
      new Promise((resolve) => {
        finish = () => resolve(rejectEntry('InternalFailure')(options));
      });
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    const stopped = worker.stop();
    await clock.settle();
    camunda.addJobs(makeJob('2'));
    await clock.advance(5_000);
    expect(worker.state).toBe('draining');
    expect(worker.ready).toBe(false);
    finish();
    await clock.until(stopped);
    expect(worker.state).toBe('stopped');
    expect(camunda.closed).toBe(true);
    expect(camunda.outcomesOf('1')).toHaveLength(1);
    expect(camunda.activationsOf('2')).toBe(0);
  });

  it('finishes the jobs that a request under way still brings', async () => {
    const { worker, camunda, clock } = createScene();
    worker.start();
    await clock.advance(2_000);
    const stopped = worker.stop();
    camunda.addJobs(makeJob('1'));
    await clock.until(stopped);
    expect(camunda.activationsOf('1')).toBe(1);
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'complete' }]);
  });

  it('gives back what does not end in time, with its retries unchanged', async () => {
    const { worker, camunda, sender, clock } = createScene({ drainTimeoutMs: 3_000 });
    sender.reply = () => ignoreAll;
    camunda.addJobs(makeJob('1', { retries: 2 }));
    worker.start();
    await clock.settle();
    await clock.until(worker.stop());
    expect(camunda.outcomesOf('1')).toMatchObject([{ operation: 'fail', fail: { retries: 2, retryBackoffMs: 0 } }]);
  });

  it('ends within a bound when the gateway is away', async () => {
    const { worker, camunda, clock } = createScene({ drainTimeoutMs: 3_000 });
    camunda.faultFor = (operation) => (operation === 'complete' || operation === 'fail' ? down() : undefined);
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    const beganMs = clock.nowMs();
    await clock.until(worker.stop());
    expect(clock.nowMs() - beganMs).toBeLessThanOrEqual(13_000);
    expect(worker.counts.expired).toBe(1);
  });

  it('leaves no timer behind', async () => {
    const { worker, camunda, clock } = createScene();
    camunda.addJobs(makeJob('1'), makeJob('2', { headers: { jobTimeout: 'PT1M' } }));
    worker.start();
    await clock.settle();
    await clock.until(worker.stop());
    await clock.settle();
    expect(clock.sleeping).toBe(0);
  });
});

describe('what listeners see of a job', () => {
  it('holds each step, and no secret', async () => {
    const { worker, camunda, clock } = createScene();
    const seen: unknown[] = [];
    worker.onJobRun((event) => seen.push(event.trace));
    camunda.addJobs(makeJob('1'));
    worker.start();
    await clock.settle();
    expect(seen).toMatchObject([
      { steps: [{ step: 'headers' }, { step: 'secrets' }, { step: 'input' }, ...Array<object>(6).fill({})] },
    ]);
    for (const secret of Object.values(SECRETS)) expect(JSON.stringify(seen)).not.toContain(secret);
    await worker.stop();
  });

  it('does not stop the worker when one of them throws', async () => {
    const { worker, camunda, clock } = createScene();
    worker.onJobRun(() => {
      throw new Error('a mistake in the listener');
    });
    camunda.addJobs(makeJob('1'), makeJob('2'));
    worker.start();
    await clock.settle();
    expect(worker.counts.complete).toBe(2);
    await worker.stop();
  });
});
