import { createLocalBus } from 'eventbridge-local-bus';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { changeDiagram, type TaskChanges } from './diagram.ts';
import { moveClockUntil, type TestEngine } from '@eventbridge-kit/testkit/engine/engine';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { isOf, type EngineRecord } from '@eventbridge-kit/testkit/engine/records';
import { startScene, type Scene } from './scene.ts';
import { startWorkerProcess } from './worker-process.ts';

const EXAMPLE = readFileSync(new URL('../../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
const ORDER = { id: 'A-1042', customer: 'Ada', currency: 'EUR', items: [{ sku: 'TEA-01', quantity: 2, price: 12.5 }] };

/** The worker's default of `--job-timeout-ms`. */
const JOB_TIMEOUT_MS = 60_000;

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  // The workers before the bus that they speak with.
  for (const end of open.splice(0).reverse()) await end();
});

/** A call to the bus that gets no answer until the test says so. */
interface HeldCall {
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Resolves when the call is there. */
  readonly asked: Promise<void>;
  /** Answers it. */
  readonly answer: () => void;
}

function holdCall(): HeldCall {
  let ask = (): void => undefined;
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const sleep = (_delayMs: number, signal: AbortSignal): Promise<void> => {
    ask();
    return new Promise((resolve, reject) => {
      answer = resolve;
      signal.addEventListener('abort', () => reject(new Error('the client has left')));
    });
  };
  return { sleep, asked, answer: () => answer() };
}

async function start(engine: TestEngine, sleep?: HeldCall['sleep']): Promise<Scene> {
  const scene = await startScene(engine, sleep ? { sleep } : {});
  open.push(() => scene.close());
  return scene;
}

function change(processId: string, changes: TaskChanges) {
  return changeDiagram(EXAMPLE, 'PublishOrderEvent', processId, changes);
}

function endOfInstance(engine: TestEngine, key: string): Promise<EngineRecord> {
  return engine.waitForRecord(
    (record) =>
      isOf(key, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED')(record) && record.value['bpmnElementType'] === 'PROCESS',
    'the end of the instance',
  );
}

function timeOver(engine: TestEngine, key: string, byMs: number): Promise<EngineRecord> {
  return moveClockUntil(engine, byMs, isOf(key, 'JOB', 'TIMED_OUT'), "the end of the job's time");
}

/** The gateway reports failures too, when a moved clock ends its open request for jobs: with another message. */
function isFailure(key: string) {
  return (record: EngineRecord): boolean =>
    isOf(key, 'JOB', 'FAILED')(record) && record.value['errorMessage'] === 'again';
}

/** How often the engine's records say that the job of an instance was ended, in which way. */
function endsOf(engine: TestEngine, key: string): Record<string, number> {
  return Object.fromEntries(
    ['TIMED_OUT', 'COMPLETED', 'FAILED', 'ERROR_THROWN'].map((intent) => [
      intent,
      engine.records().filter(isOf(key, 'JOB', intent)).length,
    ]),
  );
}

onEngine({
  own: (current) => {
    describe('a worker that is killed', () => {
      it('while its call waits leaves the job to the next one: sent once, completed once', async () => {
        const { engine, client } = current();
        const { sleep, asked } = holdCall();
        const bus = createLocalBus({ sleep });
        open.push(() => bus.close());
        const { url } = await bus.start();
        bus.addFault('slow');
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const settings = { grpcAddress: engine.grpcAddress, awsEndpoint: url };
        const first = startWorkerProcess(settings);
        open.push(() => first.kill());
        const key = await client.start('order-to-event', { order: ORDER });
        await asked;
        await first.kill();
        const second = startWorkerProcess(settings);
        open.push(() => second.kill());
        await timeOver(engine, key, JOB_TIMEOUT_MS);
        await endOfInstance(engine, key);
        expect(endsOf(engine, key)).toEqual({ TIMED_OUT: 1, COMPLETED: 1, FAILED: 0, ERROR_THROWN: 0 });
        expect(bus.events()).toHaveLength(1);
      });
    });

    describe('a job whose time is over', () => {
      it('while its call is under way is handed out again, and completed once', async () => {
        const { engine, client } = current();
        const { sleep, asked, answer } = holdCall();
        const { bus, runOf, runs } = await start(engine, sleep);
        bus.addFault('slow');
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const key = await client.start('order-to-event', { order: ORDER });
        await asked;
        await timeOver(engine, key, JOB_TIMEOUT_MS);
        await endOfInstance(engine, key);
        answer();
        await runOf(key, 2);
        expect(endsOf(engine, key)).toEqual({ TIMED_OUT: 1, COMPLETED: 1, FAILED: 0, ERROR_THROWN: 0 });
        expect(runs.map(({ outcome }) => outcome?.type)).toEqual(['complete', 'complete']);
        expect(bus.events()).toHaveLength(2);
      });

      it('is over when the header jobTimeout says so', async () => {
        const { engine, client } = current();
        const { sleep, asked, answer } = holdCall();
        const { bus } = await start(engine, sleep);
        bus.addFault('slow');
        const { xml, processId } = await change('own-timeout', { headers: { jobTimeout: 'PT2H' } });
        await client.deploy(xml);
        const key = await client.start(processId, { order: ORDER });
        await asked;
        await engine.waitForRecord(isOf(key, 'JOB', 'TIMEOUT_UPDATED'), "the job's own timeout");
        // Longer than the worker's default, shorter than the header's.
        await engine.moveClock(JOB_TIMEOUT_MS * 10);
        answer();
        await endOfInstance(engine, key);
        expect(endsOf(engine, key)).toEqual({ TIMED_OUT: 0, COMPLETED: 1, FAILED: 0, ERROR_THROWN: 0 });
        expect(bus.events()).toHaveLength(1);
      });
    });

    describe('a wait before the next try', () => {
      it('grows as backoff(...) in the error expression says, and the engine keeps to it', async () => {
        const { engine, client } = current();
        const { bus, runOf } = await start(engine);
        bus.addFault({ kind: 'entry', code: 'MalformedDetail', times: Number.POSITIVE_INFINITY });
        const wait = 'backoff(4 - job.retries, duration("PT10S"), 6, duration("PT5M"), 0)';
        const { xml, processId } = await change('growing-wait', {
          headers: { errorExpression: `=jobError("again", {}, job.retries - 1, ${wait})` },
        });
        await client.deploy(xml);
        const key = await client.start(processId, { order: ORDER });
        for (const [index, waitMs] of [10_000, 60_000].entries()) {
          await runOf(key, index + 1);
          const isBack = (record: EngineRecord): boolean =>
            isOf(key, 'JOB', 'RECURRED_AFTER_BACKOFF')(record) && record.value['retries'] === 2 - index;
          await moveClockUntil(engine, waitMs, isBack, 'the end of the wait for the next try');
        }
        await engine.waitForRecord(isOf(key, 'INCIDENT', 'CREATED'), 'an incident');
        await runOf(key, 3);
        const failures = engine
          .records()
          .filter(isFailure(key))
          .map(({ value }) => [value['retries'], value['retryBackoff']]);
        expect(failures).toEqual([
          [2, 10_000],
          [1, 60_000],
          [0, 300_000],
        ]);
      });
    });
  },
});
