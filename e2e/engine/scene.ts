import type { TestSendReport, TestSendRequest } from '@eventbridge-kit/event-job';
import type { Json } from '@eventbridge-kit/issue';
import { createWorker, startTestSendService, type JobRunEvent, type Worker } from 'camunda-eventbridge-worker';
import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import type { Engine } from '@eventbridge-kit/testkit/engine/engine';

/** The secrets that the example's credentials name, as the local bus knows them. */
export const SECRETS = {
  AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId,
  AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey,
};

/** A worker between an engine and a local bus of its own. */
export interface Scene {
  readonly bus: LocalBus;
  readonly worker: Worker;
  /** The jobs that ran so far. */
  readonly runs: readonly JobRunEvent[];
  /** Resolves with this instance's job run of this number, default the first, once the engine has its outcome. */
  readonly runOf: (processInstanceKey: string, number?: number) => Promise<JobRunEvent>;
  /** Sends a task as the modeler's Test send does. */
  readonly testSend: (request: TestSendRequest) => Promise<TestSendReport>;
  close(): Promise<void>;
}

export interface SceneOptions {
  /** Stands in for the waiting of the bus's `slow` fault. */
  readonly sleep?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Job types to serve, default the worker's own. */
  readonly jobTypes?: readonly string[];
}

export async function startScene(engine: Pick<Engine, 'grpcAddress'>, options: SceneOptions = {}): Promise<Scene> {
  const bus = createLocalBus(options.sleep === undefined ? {} : { sleep: options.sleep });
  const { url } = await bus.start();
  const services = { secrets: SECRETS, awsEndpoint: url };
  const worker = createWorker({
    ...services,
    grpcAddress: `grpc://${engine.grpcAddress}`,
    ...(options.jobTypes && { jobTypes: options.jobTypes }),
  });
  const runs: JobRunEvent[] = [];
  const listeners = new Set<(run: JobRunEvent) => void>();
  worker.onJobRun((run) => {
    runs.push(run);
    for (const listener of listeners) listener(run);
  });
  worker.start();
  return {
    bus,
    worker,
    runs,
    runOf: (key, number = 1) =>
      new Promise((resolve) => {
        let seen = 0;
        const listener = (run: JobRunEvent): void => {
          if (run.job.processInstanceKey !== key || ++seen !== number) return;
          listeners.delete(listener);
          resolve(run);
        };
        listeners.add(listener);
        runs.forEach(listener);
      }),
    testSend: async (request) => {
      const service = await startTestSendService({ ...services, port: 0 });
      try {
        const answer = await fetch(service.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}` },
          body: JSON.stringify(request),
        });
        if (!answer.ok) throw new Error(`test send answers ${String(answer.status)}: ${await answer.text()}`);
        // The service's own answer; its shape is its promise.
        return (await answer.json()) as TestSendReport;
      } finally {
        await service.stop();
      }
    },
    close: async () => {
      await worker.stop();
      await bus.close();
    },
  };
}

/** A random UUID, as event ids and request ids are. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The time of an answer, as HTTP writes it. */
const HTTP_DATE = /\b[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT\b/g;

/**
 * The same value with what differs from call to call by nature put out of sight: ids, times of answers, what
 * a step took, and the order of keys in an entry's detail, which the engine does not keep.
 */
export function comparable(value: unknown): Json {
  const text = JSON.stringify(value).replace(UUID, 'an id').replace(HTTP_DATE, 'a time');
  return JSON.parse(text, (key, inner: unknown) => {
    if (key === 'tookMs') return undefined;
    return key === 'Detail' ? (JSON.parse(String(inner)) as Json) : inner;
  }) as Json;
}
