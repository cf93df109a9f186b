import type { JobTrace } from '@eventbridge-kit/event-job';
import type { Outcome } from '@eventbridge-kit/connector';
import type { JobRunEvent } from 'camunda-eventbridge-worker';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../run-events.ts';
import type { EngineClient } from './client.ts';
import type { DemoEngine, EngineRecord } from './engine.ts';
import { runProcess, type RunnerDeps } from './runner.ts';

const KEY = '2251799813685302';
const REQUEST = { xml: '<xml />', processId: 'order', variables: {} };

type KeyedRecord = EngineRecord & { readonly key: number };

/** An engine, its client and a worker that do what a test says. */
class Stage {
  readonly events: RunEvent[] = [];
  readonly cancelled: string[] = [];
  readonly leave = new AbortController();
  deployError: Error | undefined;
  ending: Promise<{ key: string; variables: object }> = new Promise(() => undefined);
  /** Called when the instance is asked for. */
  onStart = (): void => undefined;
  #record: (record: EngineRecord) => void = () => undefined;
  #run: (run: JobRunEvent) => void = () => undefined;

  start(tells = true): Promise<void> {
    const client: EngineClient = {
      deploy: () => (this.deployError ? Promise.reject(this.deployError) : Promise.resolve(3)),
      start: () => {
        this.onStart();
        return Promise.resolve(KEY);
      },
      run: () => this.ending as ReturnType<EngineClient['run']>, // a test's own variables
      cancel: (key) => {
        this.cancelled.push(key);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    const engine: DemoEngine = {
      name: 'engine',
      grpcAddress: 'grpc://127.0.0.1:1',
      jobStreaming: true,
      close: () => Promise.resolve(),
      ...(tells && {
        subscribe: (listener) => {
          this.#record = listener;
          return () => undefined;
        },
      }),
    };
    const worker: RunnerDeps['worker'] = {
      onJobRun: (listener) => {
        this.#run = listener;
        return () => undefined;
      },
    };
    const deps = { engine, client, worker, jobTypes: ['served'] };
    return runProcess(REQUEST, deps, (event) => this.events.push(event), this.leave.signal);
  }

  element(elementId: string, bpmnElementType: string, intent: string, key: number): void {
    const value = { processInstanceKey: Number(KEY), elementId, bpmnElementType };
    this.#record({ recordType: 'EVENT', valueType: 'PROCESS_INSTANCE', intent, value, key } as KeyedRecord);
  }

  job(outcome: Outcome, trace: JobTrace = { steps: [] }): void {
    const job = { elementId: 'Task', elementInstanceKey: '7', processInstanceKey: KEY, processId: 'order' };
    this.#run({ job, outcome, trace, settlement: 'accepted', durationMs: 1 } as JobRunEvent); // what the runner reads
  }
}

const COMPLETED: Outcome = { type: 'complete', variables: {} };
const ACCEPTED: JobTrace = {
  steps: [{ step: 'response', status: 'ok', issues: [], value: { entries: [{ eventId: 'event-1' }] } }],
  outcome: COMPLETED,
};

describe('a run', () => {
  it('tells everything in order, though the job is known before the engine tells of its task', async () => {
    const stage = new Stage();
    stage.onStart = () => stage.job(COMPLETED, ACCEPTED);
    const run = stage.start();
    await Promise.resolve();
    await new Promise(setImmediate);
    stage.element('Task', 'SERVICE_TASK', 'ELEMENT_ACTIVATED', 7);
    stage.element('Task', 'SERVICE_TASK', 'ELEMENT_COMPLETED', 7);
    stage.element('order', 'PROCESS', 'ELEMENT_COMPLETED', Number(KEY));
    await run;
    expect(stage.events).toEqual([
      { type: 'deployed', processId: 'order', version: 3 },
      { type: 'started', instanceKey: KEY },
      { type: 'element', elementId: 'Task', state: 'active' },
      { type: 'job', elementId: 'Task', outcome: COMPLETED, eventId: 'event-1' },
      { type: 'element', elementId: 'Task', state: 'completed' },
      { type: 'ended', how: 'completed', variables: {} },
    ]);
    expect(stage.cancelled).toEqual([]);
  });

  it('that its user leaves cancels the instance', async () => {
    const stage = new Stage();
    const run = stage.start();
    await new Promise(setImmediate);
    stage.leave.abort();
    await run;
    expect(stage.cancelled).toEqual([KEY]);
  });

  it('that cannot be deployed says why, and starts nothing', async () => {
    const stage = new Stage();
    stage.deployError = new Error('no such element');
    await stage.start();
    expect(stage.events).toEqual([{ type: 'problem', message: 'no such element' }]);
  });

  it('on an engine that tells its end alone shows the jobs, and an incident by the job that failed', async () => {
    const stage = new Stage();
    let end: (result: { key: string; variables: object }) => void = () => undefined;
    stage.ending = new Promise((resolve) => (end = resolve));
    const run = stage.start(false);
    await new Promise(setImmediate);
    const failed: Outcome = { type: 'fail', message: 'It is wrong.', retries: 0, retryBackoffMs: 0, variables: {} };
    stage.job(failed);
    end({ key: KEY, variables: { done: true } });
    await run;
    expect(stage.events.slice(1)).toEqual([
      { type: 'started', instanceKey: KEY },
      { type: 'job', elementId: 'Task', outcome: failed },
      { type: 'incident', elementId: 'Task', message: 'It is wrong.' },
      { type: 'ended', how: 'completed', variables: { done: true } },
    ]);
  });
});
