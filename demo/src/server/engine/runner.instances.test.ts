import { describe, expect, it } from 'vitest';
import { element, FakeEngine, INSTANCE, jobRun, record } from '../../../test/fake-engine.ts';
import type { RunEvent } from '../../run-events.ts';
import type { EngineClient } from './client.ts';
import { runProcess } from './runner.ts';

const REQUEST = { xml: '<xml/>', processId: 'order', variables: { order: 1 } };
const COMPLETE = { type: 'complete', variables: {} } as const;

interface Run {
  readonly events: RunEvent[];
  readonly done: Promise<void>;
  readonly leave: () => void;
}

function start(fake: FakeEngine, tells: boolean, client?: Partial<EngineClient>): Run {
  const events: RunEvent[] = [];
  const left = new AbortController();
  const done = runProcess(REQUEST, fake.deps(tells, client), (event) => events.push(event), left.signal);
  return { events, done, leave: () => left.abort() };
}

/** What was asked of the engine so far is answered. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('a run on an engine that tells what it does', () => {
  it('tells what happened before the answer to the start was here', async () => {
    const fake = new FakeEngine();
    const early = (): Promise<string> => {
      fake.tell(element('START_EVENT', 'Start', 2, 'ACTIVATED'), element('PROCESS', 'order', 100, 'COMPLETED'));
      return Promise.resolve(INSTANCE);
    };
    const { events, done } = start(fake, true, { start: early });
    await done;
    expect(events.map(({ type }) => type)).toEqual(['deployed', 'started', 'element', 'ended']);
  });

  it('ends after the job that the worker tells of later than the engine', async () => {
    const fake = new FakeEngine();
    const { events, done } = start(fake, true);
    await settled();
    const job = { elementInstanceKey: 5, type: 'eventbridge-kit:send-event:1' };
    fake.tell(element('SERVICE_TASK', 'Send', 5, 'ACTIVATED'), record('JOB', 'COMPLETED', 9, job));
    fake.tell(element('PROCESS', 'order', 100, 'COMPLETED'));
    fake.work(jobRun(COMPLETE, '5'));
    await done;
    expect(events.map(({ type }) => type)).toEqual(['deployed', 'started', 'element', 'job', 'ended']);
  });

  it('leaves out what other instances do', async () => {
    const fake = new FakeEngine();
    const { events, done, leave } = start(fake, true);
    await settled();
    fake.tell(record('INCIDENT', 'CREATED', 9, { processInstanceKey: 101, elementId: 'Other' }));
    fake.work(jobRun(COMPLETE, '5', { processInstanceKey: '101' }));
    expect(events.map(({ type }) => type)).toEqual(['deployed', 'started']);
    leave();
    await done;
  });
});

describe('a run on an engine that tells its end alone', () => {
  it('tells the jobs of its worker and the result', async () => {
    const fake = new FakeEngine();
    const run: EngineClient['run'] = async () => {
      await settled();
      fake.work(jobRun(COMPLETE, '5'));
      fake.work(jobRun(COMPLETE, '6', { processInstanceKey: '101' }));
      return { key: INSTANCE, variables: { total: 34 } };
    };
    const { events, done } = start(fake, false, { run });
    await done;
    expect(events.map(({ type }) => type)).toEqual(['deployed', 'started', 'job', 'ended']);
    expect(events.at(-1)).toEqual({ type: 'ended', how: 'completed', variables: { total: 34 } });
  });

  it('is cancelled when its caller leaves and a job told which instance it is', async () => {
    const fake = new FakeEngine();
    const { done, leave } = start(fake, false, { run: () => new Promise(() => undefined) });
    await settled();
    fake.work(jobRun(COMPLETE, '5'));
    leave();
    await done;
    expect(fake.cancelled).toEqual([INSTANCE]);
    expect(fake.listeners).toBe(0);
  });
});
