import { createLocalBus, type LocalBus, type LocalBusOptions } from 'eventbridge-local-bus';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { ActivatedJob } from '../../src/camunda/job-port.ts';
import { createWorker, type JobRunEvent, type Worker, type WorkerOptions } from '../../src/create-worker.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { captureLog, type LogLine } from '@eventbridge-kit/testkit/capture-log';
import { FakeCamunda } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { makeJob, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import type { ManualClock } from '@eventbridge-kit/testkit/manual-clock';

/** A worker between a fake engine and a real bus on this machine. */
export interface BusScene {
  readonly bus: LocalBus;
  readonly busUrl: string;
  readonly camunda: FakeCamunda;
  readonly worker: Worker;
  readonly lines: LogLine[];
  /** Jobs that ran, in the order in which they ended. */
  readonly runs: JobRunEvent[];
  /** Resolves when so many jobs have run. */
  readonly ran: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BusSceneOptions {
  readonly worker?: WorkerOptions;
  readonly bus?: LocalBusOptions;
  /** Default the machine's own. Starts near it: the bus tells the machine's time in its answers. */
  readonly clock?: ManualClock;
}

/** Random numbers are 0, so that no try waits for the one before. */
export async function createBusScene(options: BusSceneOptions = {}): Promise<BusScene> {
  const { clock = systemClock } = options;
  const bus = createLocalBus({
    buses: ['orders'],
    accessKeys: [{ accessKeyId: SECRETS.AWS_ACCESS_KEY, secretAccessKey: SECRETS.AWS_SECRET_KEY }],
    now: () => clock.nowMs(),
    ...options.bus,
  });
  const { url } = await bus.start();
  const camunda = new FakeCamunda(clock);
  const { log, lines } = captureLog();
  const worker = createWorker({
    connection: camunda,
    awsEndpoint: url,
    stsEndpoint: url,
    secrets: SECRETS,
    random: () => 0,
    log,
    ...(options.clock && { clock: options.clock }),
    ...options.worker,
  });
  const runs: JobRunEvent[] = [];
  const waiting = new Set<() => void>();
  worker.onJobRun((run) => {
    runs.push(run);
    for (const look of waiting) look();
  });
  return {
    bus,
    busUrl: url,
    camunda,
    worker,
    lines,
    runs,
    ran: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (runs.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      const stopped = worker.stop();
      await (options.clock?.until(stopped) ?? stopped);
      await bus.close();
    },
  };
}

/** A right job whose event carries the job's key. */
export function eventJob(key: string, changes: Partial<ActivatedJob> = {}, detail: JsonObject = {}): ActivatedJob {
  return makeJob(key, { variables: variablesWith('input.detail', { key, ...detail }), ...changes });
}

/** Lets the network do its part until this is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** The keys of the jobs whose events arrived. */
export function arrived(bus: LocalBus): string[] {
  return bus.events().map(({ detailText }) => (JSON.parse(detailText) as { key: string }).key);
}
