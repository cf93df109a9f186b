import { createLocalBus, type LocalBus } from 'eventbridge-local-bus';
import { afterEach, describe, expect, it } from 'vitest';
import sendEvent from '@eventbridge-kit/templates/send-event.json' with { type: 'json' };
import { diagramWith } from './apply-template.ts';
import { TASK_ID } from './empty-task.ts';
import { changeDiagram } from './diagram.ts';
import { moveClockUntil } from '@eventbridge-kit/testkit/engine/engine';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { isOf } from '@eventbridge-kit/testkit/engine/records';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** The worker's default: how long a job belongs to it. */
const JOB_TIMEOUT_MS = 60_000;

const running: WorkerProcess[] = [];
let bus: LocalBus | undefined;

afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.kill()));
  await bus?.close();
  bus = undefined;
});

onEngine({
  own: (current) => {
    describe('a worker that is killed', () => {
      it('after the event and before the outcome leaves the job to the next one: sent twice, completed once', async () => {
        const { engine, client } = current();
        const ownBus = createLocalBus();
        bus = ownBus;
        const { url } = await ownBus.start();
        // The event is taken, and the answer never comes.
        ownBus.addFault({ kind: 'hang', when: 'after' });
        const taken = new Promise((resolve) => ownBus.subscribe(resolve));
        const { xml, processId } = await changeDiagram(await diagramWith(sendEvent), TASK_ID, 'worker-killed', {
          inputs: {
            'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
            'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
            'configuration.region': 'eu-central-1',
            'input.eventBusName': 'default',
            'input.source': 'com.example.orders',
            'input.detailType': 'Order placed',
            'input.detail': '={orderId: id}',
          },
        });
        await client.deploy(xml);
        const first = startWorkerProcess({ grpcAddress: engine.grpcAddress, awsEndpoint: url });
        running.push(first);
        const key = await client.start(processId, { id: 'A-1042' });
        await taken;
        await first.kill();
        expect(engine.records().filter(isOf(key, 'JOB', 'COMPLETED'))).toEqual([]);

        running.push(startWorkerProcess({ grpcAddress: engine.grpcAddress, awsEndpoint: url }));
        await moveClockUntil(engine, JOB_TIMEOUT_MS, isOf(key, 'JOB', 'TIMED_OUT'), 'the end of its time');
        await engine.waitForRecord(isOf(key, 'JOB', 'COMPLETED'), 'the completed job');
        await engine.waitForRecord(
          (record) =>
            isOf(key, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED')(record) && record.value['bpmnElementType'] === 'PROCESS',
          'the end of the process',
        );
        expect(ownBus.events().map(({ detail }) => detail)).toEqual([{ orderId: 'A-1042' }, { orderId: 'A-1042' }]);
        const ends = ['COMPLETED', 'FAILED', 'ERROR_THROWN'].map(
          (intent) => engine.records().filter(isOf(key, 'JOB', intent)).length,
        );
        expect(ends).toEqual([1, 0, 0]);
        expect(engine.records().filter(isOf(key, 'INCIDENT', 'CREATED'))).toEqual([]);
      });
    });
  },
});
