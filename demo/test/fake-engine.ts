import type { Outcome } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { JobRunEvent } from 'camunda-eventbridge-worker';
import type { EngineClient } from '../src/server/engine/client.ts';
import type { DemoEngine, EngineRecord } from '../src/server/engine/engine.ts';
import type { RunnerDeps } from '../src/server/engine/runner.ts';

/** Key of the instance that the fake starts. */
export const INSTANCE = '100';

/** A record of that instance. */
export function record(valueType: string, intent: string, key: number, value: JsonObject = {}): EngineRecord {
  const instance = { processInstanceKey: Number(INSTANCE) };
  // the engine's own records carry their key beside what the demo's type names
  return Object.assign({ recordType: 'EVENT', valueType, intent, value: { ...instance, ...value } }, { key });
}

/** An element of that instance comes into a state. */
export function element(bpmnElementType: string, elementId: string, key: number, state: string): EngineRecord {
  return record('PROCESS_INSTANCE', `ELEMENT_${state}`, key, { bpmnElementType, elementId });
}

export function variable(name: string, value: string, scopeKey = Number(INSTANCE)): EngineRecord {
  return record('VARIABLE', 'CREATED', 1, { name, value, scopeKey });
}

/** A job of that instance that ended. */
export function jobRun(
  outcome: Outcome,
  elementInstanceKey: string,
  changes: Partial<JobRunEvent['job']> = {},
): JobRunEvent {
  return {
    job: {
      key: '7',
      type: 'eventbridge-kit:send-event:1',
      elementId: 'Publish',
      elementInstanceKey,
      processInstanceKey: INSTANCE,
      processId: 'order',
      tenantId: '<default>',
      retries: 3,
      headers: {},
      variables: {},
      ...changes,
    },
    outcome,
    settlement: 'accepted',
    durationMs: 1,
    trace: {
      outcome,
      steps: [{ step: 'response', status: 'ok', value: { entries: [{ eventId: 'e-1' }] }, issues: [] }],
    },
  };
}

/** An engine with a worker, of which a test says what they do. */
export class FakeEngine {
  readonly cancelled: string[] = [];
  /** What the client answers; each can be replaced. */
  readonly client: EngineClient = {
    deploy: () => Promise.resolve(3),
    start: () => Promise.resolve(INSTANCE),
    run: () => Promise.resolve({ key: INSTANCE, variables: { total: 34 } }),
    cancel: (key) => {
      this.cancelled.push(key);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  readonly #records = new Set<(record: EngineRecord) => void>();
  readonly #runs = new Set<(run: JobRunEvent) => void>();

  /** With `tells` the engine gives its records, as the demo's own does. */
  deps(tells: boolean, client: Partial<EngineClient> = {}): RunnerDeps {
    const engine: DemoEngine = {
      name: 'fake engine',
      grpcAddress: 'grpc://127.0.0.1:1',
      jobStreaming: false,
      ...(tells && { subscribe: (listener) => subscribeTo(this.#records, listener) }),
      close: () => Promise.resolve(),
    };
    return {
      engine,
      client: { ...this.client, ...client },
      worker: { onJobRun: (listener) => subscribeTo(this.#runs, listener) },
      jobTypes: ['eventbridge-kit:send-event:1'],
    };
  }

  tell(...records: readonly EngineRecord[]): void {
    for (const one of records) for (const listener of this.#records) listener(one);
  }

  work(run: JobRunEvent): void {
    for (const listener of this.#runs) listener(run);
  }

  /** Who still listens when a run is over. */
  get listeners(): number {
    return this.#records.size + this.#runs.size;
  }
}

function subscribeTo<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
