import official from '@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json' with { type: 'json' };
import sendEvent from '@eventbridge-kit/templates/send-event.json' with { type: 'json' };
import { afterEach, describe, expect, it } from 'vitest';
import { diagramWith } from './apply-template.ts';
import { AFTER_ERROR_ID, CAUGHT_CODE, TASK_ID } from './empty-task.ts';
import { changeDiagram, type Diagram, type TaskChanges } from './diagram.ts';
import { moveClockUntil } from '@eventbridge-kit/testkit/engine/engine';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { isOf, textIn } from '@eventbridge-kit/testkit/engine/records';
import { SECRETS, startScene, type Scene } from './scene.ts';

const OURS = 'eventbridge-kit:send-event:1';
const OFFICIAL = 'io.camunda:aws-eventbridge:1';

interface Case {
  /** For titles. */
  readonly name: string;
  /** Part of the process id. */
  readonly id: string;
  readonly template: object;
  readonly jobType: string;
  /** What the template itself waits between two tries, as it writes it. */
  readonly backoffMs: number;
}

/** First 1, last 9. */
const versions = official.toSorted((a, b) => a.version - b.version);

const CASES: readonly Case[] = [
  { name: 'our template', id: 'ours', template: sendEvent, jobType: OURS, backoffMs: 30_000 },
  ...versions.map((template) => ({
    name: `the official template, version ${template.version}`,
    id: `official-${template.version}`,
    template,
    jobType: OFFICIAL,
    // The first four have no field for it, the fifth writes none.
    backoffMs: template.version < 6 ? 0 : 30_000,
  })),
];

/** What a modeler's user writes, in the same words for every template. */
const FILLED: TaskChanges = {
  inputs: {
    'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
    'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
    'configuration.region': 'eu-central-1',
    'input.eventBusName': '="default"',
    'input.source': 'com.example.orders',
    'input.detailType': 'Order placed',
    'input.detail': '={orderId: order.id, total: order.total}',
  },
  headers: {
    resultVariable: 'answer',
    resultExpression: '={eventId: response.entries[1].eventId, failed: failedEntryCount}',
    errorExpression: `=if error != null and error.code = "MalformedDetail" then bpmnError("${CAUGHT_CODE}", error.message) else null`,
  },
};

const ORDER = { order: { id: 'A-1042', total: 34 } };

let scene: Scene | undefined;

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

onEngine({
  own: (current) => {
    describe.each(CASES.map((one) => [one.name, one] as const))('%s', (_, { id, template, jobType, backoffMs }) => {
      const start = async (): Promise<Scene> =>
        (scene = await startScene(current().engine, { jobTypes: [OURS, OFFICIAL] }));

      const deploy = async (title: string, changes: TaskChanges = {}): Promise<Diagram> => {
        const diagram = await changeDiagram(await diagramWith(template), TASK_ID, `${id}-${title}`, {
          ...changes,
          inputs: { ...FILLED.inputs, ...changes.inputs },
          headers: { ...FILLED.headers, ...changes.headers },
        });
        await current().client.deploy(diagram.xml);
        return diagram;
      };

      it('sends its event and completes with the response and what the result expression gives', async () => {
        const { engine, client } = current();
        const { bus, runOf } = await start();
        const { processId } = await deploy('sends');
        const key = await client.start(processId, ORDER);
        const { job, outcome } = await runOf(key);
        expect(job.type).toBe(jobType);
        const [event, ...others] = bus.records();
        expect(others).toEqual([]);
        expect(event).toMatchObject({
          status: 'accepted',
          accessKeyId: SECRETS.AWS_ACCESS_KEY,
          region: 'eu-central-1',
          eventBusName: 'default',
          source: 'com.example.orders',
          detailType: 'Order placed',
          detail: { orderId: 'A-1042', total: 34 },
        });
        expect(outcome?.type).toBe('complete');
        const done = await engine.waitForRecord(isOf(key, 'JOB', 'COMPLETED'), 'the completed job');
        expect(done.value).toMatchObject({ type: jobType, elementId: TASK_ID });
        await engine.waitForRecord(
          (record) =>
            isOf(key, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED')(record) && record.value['bpmnElementType'] === 'PROCESS',
          'the end of the process',
        );
        const variables = Object.fromEntries(
          engine
            .records()
            .filter(isOf(key, 'VARIABLE', 'CREATED'))
            .map((record): [string, unknown] => [textIn(record, 'name'), JSON.parse(textIn(record, 'value'))]),
        );
        expect(variables).toMatchObject({
          eventId: event?.eventId,
          failed: 0,
          answer: { failedEntryCount: 0, entries: [{ eventId: event?.eventId, errorCode: null, errorMessage: null }] },
        });
      });

      it('takes the way of its boundary event when the error expression gives a BPMN error', async () => {
        const { engine, client } = current();
        const { bus } = await start();
        bus.addFault({ kind: 'entry', code: 'MalformedDetail', times: Number.POSITIVE_INFINITY });
        const { processId } = await deploy('bpmn-error');
        const key = await client.start(processId, ORDER);
        await engine.waitForRecord(
          (record) =>
            isOf(key, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED')(record) && record.value['elementId'] === AFTER_ERROR_ID,
          'the user task behind the boundary event',
        );
        const [thrown, ...others] = engine.records().filter(isOf(key, 'JOB', 'ERROR_THROWN'));
        expect(others).toEqual([]);
        expect(thrown?.value).toMatchObject({ errorCode: CAUGHT_CODE, type: jobType });
        expect(engine.records().filter(isOf(key, 'JOB', 'COMPLETED'))).toEqual([]);
      });

      it('leaves an incident that says why when its last retry is used, after the wait that it names', async () => {
        const { engine, client } = current();
        const { bus, runOf } = await start();
        bus.addFault({ kind: 'error', name: 'InternalException', status: 500, times: Number.POSITIVE_INFINITY });
        const { processId } = await deploy('incident', { retries: '2' });
        const key = await client.start(processId, ORDER);
        await runOf(key);
        const failed = await engine.waitForRecord(isOf(key, 'JOB', 'FAILED'), 'the first failure');
        expect(failed.value).toMatchObject({ retries: 1, retryBackoff: backoffMs });
        if (backoffMs > 0) {
          await moveClockUntil(engine, backoffMs, isOf(key, 'JOB', 'RECURRED_AFTER_BACKOFF'), 'the end of the wait');
        }
        await runOf(key, 2);
        const { value } = await engine.waitForRecord(isOf(key, 'INCIDENT', 'CREATED'), 'an incident');
        expect(value).toMatchObject({ errorType: 'JOB_NO_RETRIES', elementId: TASK_ID });
        expect(value['errorMessage']).toMatch(/EventBridge/);
        expect(bus.events()).toEqual([]);
      });
    });
  },
});
