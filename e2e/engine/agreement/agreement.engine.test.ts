import { createWorker, type JobRunEvent, type Worker } from 'camunda-eventbridge-worker';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { isOf } from '@eventbridge-kit/testkit/engine/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder, inPreview, stillServices, toldBy } from './agreement.ts';
import { AGREEMENT_CASES, type AgreementCase } from './cases.ts';

function diagramOf({ inputs, headers, retries }: AgreementCase, id: string): string {
  const xml = bpmn({
    tasks: [{ mappings: Object.entries(inputs), headers, retries }],
    elements:
      '<bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="Flow" sourceRef="Start" targetRef="Task_1" />' +
      '<bpmn:boundaryEvent id="Any" attachedToRef="Task_1"><bpmn:errorEventDefinition id="AnyError" /></bpmn:boundaryEvent>',
  });
  return xml.replaceAll('Process_1', id);
}

onEngine({
  own: (current) => {
    describe('the preview in the browser and the worker on the engine', () => {
      let answer: AgreementCase['answer'] = 'accepted';
      let worker: Worker;
      const runs: JobRunEvent[] = [];
      const waiting = new Set<(run: JobRunEvent) => void>();

      beforeAll(() => {
        // the engine's deadlines are of the machine's clock
        const services = { ...stillServices(() => answer), clock: undefined };
        worker = createWorker({ ...services, grpcAddress: `grpc://${current().engine.grpcAddress}` });
        worker.onJobRun((run) => {
          runs.push(run);
          for (const listener of waiting) listener(run);
        });
        worker.start();
      });

      afterAll(() => worker.stop());

      const runOf = (key: string): Promise<JobRunEvent> =>
        new Promise((resolve) => {
          const listener = (run: JobRunEvent): void => {
            if (run.job.processInstanceKey === key) resolve(run);
          };
          waiting.add(listener);
          runs.forEach(listener);
        });

      it.each(AGREEMENT_CASES.map((one, index) => [one.name, one, `agreement-${String(index)}`] as const))(
        '%s',
        async (_, one, id) => {
          const { engine, client } = current();
          const { isUnknown, ...preview } = await inPreview(one);
          expect(isUnknown).toBe(one.unknown !== undefined);
          answer = one.answer;
          await client.deploy(diagramOf(one, id), `${id}.bpmn`);
          const key = await client.start(id, one.variables);
          if (one.noJob) {
            await engine.waitForRecord(isOf(key, 'INCIDENT', 'CREATED'), 'an incident');
            expect(preview.outcome).toMatchObject({ type: 'fail', retries: 0 });
            return;
          }
          const { trace } = await runOf(key);
          if (!isUnknown) expect(inOrder(preview)).toBe(inOrder(toldBy(trace)));
        },
      );
    });
  },
});
