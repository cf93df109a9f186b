import { createWorker, type Worker, type WorkerOptions } from '../src/create-worker.ts';
import { captureLog, type LogLine } from '@eventbridge-kit/testkit/capture-log';
import { FakeCamunda } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';

/** A worker between a fake engine and a fake EventBridge, on a clock that a test moves. */
export interface Scene {
  readonly clock: ManualClock;
  readonly camunda: FakeCamunda;
  readonly sender: FakeSender;
  readonly worker: Worker;
  readonly lines: LogLine[];
}

/** @param address of the engine, as messages show it */
export function createScene(options: WorkerOptions = {}, address?: string): Scene {
  const clock = new ManualClock();
  const camunda = new FakeCamunda(clock, address);
  const sender = new FakeSender();
  const { log, lines } = captureLog();
  // Random numbers at their bound make each wait as long as it can be, and the test repeatable.
  const worker = createWorker({
    connection: camunda,
    sender,
    secrets: SECRETS,
    clock,
    random: () => 0.999,
    log,
    ...options,
  });
  return { clock, camunda, sender, worker, lines };
}
