import type { Json } from '@eventbridge-kit/issue';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { changeDiagram, readDiagram, type Diagram, type TaskChanges } from './diagram.ts';
import { moveClockUntil, type Engine, type TestEngine } from '@eventbridge-kit/testkit/engine/engine';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { isOf, textIn, type EngineRecord } from '@eventbridge-kit/testkit/engine/records';
import { SECRETS, startScene, comparable, type Scene, type SceneOptions } from './scene.ts';

/** The demo's example process, as the modeler saves it. */
const EXAMPLE = readFileSync(new URL('../../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
const TASK = 'PublishOrderEvent';

/** The template's own: `PT30S`. */
const RETRY_BACKOFF_MS = 30_000;

const ORDER = {
  id: 'A-1042',
  customer: 'Ada Lovelace',
  currency: 'EUR',
  items: [
    { sku: 'TEA-01', quantity: 2, price: 12.5 },
    { sku: 'CUP-07', quantity: 1, price: 9 },
  ],
};
/** What the process has computed when it gets to the task. */
const AT_TASK = { order: ORDER, total: 34 };
const DETAIL = {
  orderId: 'A-1042',
  customer: 'Ada Lovelace',
  currency: 'EUR',
  total: 34,
  items: [
    { sku: 'TEA-01', quantity: 2 },
    { sku: 'CUP-07', quantity: 1 },
  ],
};

/** The template's optional fields that a local bus can serve. */
const EVERY_FIELD = {
  'input.resources': '=["arn:aws:s3:::orders", "order:" + order.id]',
  'input.time': '=date and time("2026-11-23T10:30:45Z")',
  'input.traceHeader': 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
};

let scene: Scene | undefined;

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

async function start(engine: Engine, options?: SceneOptions): Promise<Scene> {
  scene = await startScene(engine, options);
  return scene;
}

function change(processId: string, changes: TaskChanges): Promise<Diagram> {
  return changeDiagram(EXAMPLE, TASK, processId, changes);
}

/** The records of one instance of one kind. */
function recordsOf(engine: TestEngine, key: string, valueType: string, intent: string): readonly EngineRecord[] {
  return engine.records().filter(isOf(key, valueType, intent));
}

function is(record: EngineRecord, key: string, valueType: string, intent: string): boolean {
  return isOf(key, valueType, intent)(record);
}

function incidentOf(engine: TestEngine, key: string): Promise<EngineRecord> {
  return engine.waitForRecord((record) => is(record, key, 'INCIDENT', 'CREATED'), 'an incident');
}

/**
 * Retries left after each failure that the worker reported. The gateway reports some too, with the retries unchanged:
 * a moved clock ends its open request for jobs, and a job that it was about to hand out goes back.
 */
function failuresOf(engine: TestEngine, key: string): (Json | undefined)[] {
  const reported = scene?.runs.flatMap(({ outcome }) => (outcome?.type === 'fail' ? outcome.message : [])) ?? [];
  return recordsOf(engine, key, 'JOB', 'FAILED')
    .filter((record) => reported.includes(textIn(record, 'errorMessage')))
    .map(({ value }) => value['retries']);
}

onEngine({
  any: (current) => {
    describe('the example process', () => {
      it('becomes exactly one event, and its instance holds the variables of the result expression', async () => {
        const { engine, client } = current();
        const { bus } = await start(engine);
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const variables = await client.run('order-to-event', { order: ORDER });
        const [event, ...others] = bus.records();
        expect(others).toEqual([]);
        expect(variables).toEqual({ order: ORDER, total: 34, eventId: event?.eventId });
        expect(event).toEqual({
          sequence: 1,
          status: 'accepted',
          eventId: expect.any(String) as string,
          requestId: expect.any(String) as string,
          entryIndex: 0,
          receivedAt: expect.any(String) as string,
          accessKeyId: SECRETS.AWS_ACCESS_KEY,
          region: 'eu-central-1',
          accountId: '123456789012',
          eventBusName: 'default',
          source: 'com.example.orders',
          detailType: 'Order placed',
          detailText: expect.any(String) as string,
          detail: DETAIL,
          resources: [],
          time: expect.any(String) as string,
          matchedRules: [],
        });
        // The engine orders the keys of a larger context in its own way.
        expect(event?.detailText).toBe(JSON.stringify(event?.detail));
      });
    });

    describe('Test send', () => {
      const variants: readonly { readonly name: string; readonly changes: TaskChanges; readonly fault?: string }[] = [
        { name: 'as it stands', changes: {} },
        { name: 'with a result variable', changes: { headers: { resultVariable: 'answer' } } },
        { name: 'with every field', changes: { inputs: EVERY_FIELD } },
        { name: 'with a wrong field', changes: { inputs: { 'input.source': 'aws.orders' } } },
        {
          name: 'with a secret that does not exist',
          changes: { inputs: { 'authentication.accessKey': '{{secrets.NONE}}' } },
        },
        { name: 'with a broken result expression', changes: { headers: { resultExpression: '={' } } },
        { name: 'with a rejected entry', changes: { retries: '1' }, fault: 'entry:code=MalformedDetail,times=forever' },
        { name: 'with a denied call', changes: {}, fault: 'deny' },
        { name: 'with a failing server', changes: { retries: '1' }, fault: 'http:status=500,times=forever' },
      ];

      it.each(variants)('does step by step what the job does: $name', async ({ name, changes, fault }) => {
        const { engine, client } = current();
        const { bus, runOf, testSend } = await start(engine);
        if (fault !== undefined) bus.addFault(fault);
        const { xml, processId, task } = await change(`test-send-${name.replaceAll(' ', '-')}`, changes);
        await client.deploy(xml);
        const key = await client.start(processId, { order: ORDER });
        const { trace } = await runOf(key);
        const report = await testSend({ task, variables: AT_TASK, dryRun: false });
        expect(comparable(report.steps)).toEqual(comparable(trace.steps));
        expect(comparable(report.outcome)).toEqual(comparable(trace.outcome));
      });

      it('knows what the engine makes of a field that is left empty', async () => {
        const { engine, client } = current();
        const { runOf, testSend } = await start(engine);
        const { xml, processId, task } = await change('test-send-empty', { inputs: { 'input.detailType': '' } });
        const report = await testSend({ task, variables: AT_TASK, dryRun: false });
        expect(report.outcome).toMatchObject({ type: 'fail', retries: 0 });
        await client.deploy(xml);
        const { trace } = await runOf(await client.start(processId, { order: ORDER }));
        expect(comparable(report.steps)).toEqual(comparable(trace.steps));
      });

      it('reads the same task from the diagram as the engine gives to the worker', async () => {
        const { engine, client } = current();
        const { runOf, testSend } = await start(engine);
        const { processId, task } = await readDiagram(EXAMPLE, TASK);
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const { job } = await runOf(await client.start(processId, { order: ORDER }));
        expect(job).toMatchObject({ type: task.jobType, elementId: task.elementId, retries: Number(task.retries) });
        expect(job.headers).toEqual(task.headers);
        const report = await testSend({ task, variables: AT_TASK, dryRun: true });
        const mapped = Object.fromEntries(report.fields.map(({ target, value }) => [target, value]));
        expect(mapped['input.detail']).toEqual((job.variables['input'] as { detail?: Json }).detail);
      });
    });
  },
  own: (current) => {
    describe('the example process', () => {
      it('leaves an incident with our message when the bus rejects the event at every try', async () => {
        const { engine, client } = current();
        const { bus, runOf } = await start(engine);
        bus.addFault({ kind: 'entry', code: 'InternalFailure', times: Number.POSITIVE_INFINITY });
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const key = await client.start('order-to-event', { order: ORDER });
        for (const retries of [2, 1]) {
          await runOf(key, 3 - retries);
          const isBack = (record: EngineRecord): boolean =>
            is(record, key, 'JOB', 'RECURRED_AFTER_BACKOFF') && record.value['retries'] === retries;
          await moveClockUntil(engine, RETRY_BACKOFF_MS, isBack, 'the end of the wait for the next try');
        }
        await runOf(key, 3);
        const { value } = await incidentOf(engine, key);
        expect(value).toMatchObject({
          errorType: 'JOB_NO_RETRIES',
          elementId: TASK,
          errorMessage: expect.stringMatching(/^Amazon EventBridge rejected the event: InternalFailure/) as string,
        });
        expect(failuresOf(engine, key)).toEqual([2, 1, 0]);
        expect(bus.events()).toEqual([]);
        // At least one a try: a code that may pass is also retried within the job.
        const codes = bus.records().map(({ errorCode }) => errorCode);
        expect(codes.length).toBeGreaterThanOrEqual(3);
        expect([...new Set(codes)]).toEqual(['InternalFailure']);
      });

      it('takes the way of its boundary event when the error expression matches', async () => {
        const { engine, client } = current();
        const { bus } = await start(engine);
        bus.addFault({ kind: 'deny' });
        await client.deploy(EXAMPLE, 'order-to-event.bpmn');
        const key = await client.start('order-to-event', { order: ORDER });
        await engine.waitForRecord(
          (record) =>
            is(record, key, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED') && record.value['elementId'] === 'ReviewOrder',
          'the user task behind the boundary event',
        );
        const [thrown, ...others] = recordsOf(engine, key, 'JOB', 'ERROR_THROWN');
        expect(others).toEqual([]);
        expect(thrown?.value).toMatchObject({
          errorCode: 'EVENT_REJECTED',
          errorMessage: expect.stringMatching(/events:PutEvents/) as string,
        });
        expect(failuresOf(engine, key)).toEqual([]);
      });

      it('has an incident without retries that names field, value and rule when a field is wrong', async () => {
        const { engine, client } = current();
        const { bus, runOf } = await start(engine);
        const { xml, processId } = await change('wrong-source', { inputs: { 'input.source': 'aws.orders' } });
        await client.deploy(xml);
        const key = await client.start(processId, { order: ORDER });
        await runOf(key);
        const { value } = await incidentOf(engine, key);
        expect(value['errorMessage']).toMatch(/source/i);
        expect(value['errorMessage']).toContain('"aws.orders"');
        expect(value['errorMessage']).toMatch(/reserved|must not start/);
        expect(failuresOf(engine, key)).toEqual([0]);
        expect(bus.records()).toEqual([]);
      });

      it.each([
        // The engines write full minutes and zones each in their own way.
        ['on the full minute', '=date and time("2026-11-23T10:00:00Z")', '2026-11-23T10:00:00Z'],
        ['with an offset', '=date and time("2026-11-23T10:00:00+01:00")', '2026-11-23T09:00:00Z'],
        ['in a zone', '=date and time("2026-11-23T10:00:00@Europe/Berlin")', '2026-11-23T09:00:00Z'],
        ['of this moment', '=now()', expect.stringMatching(/^20\d\d-/) as string],
      ])('takes a FEEL date and time %s as the time of the event', async (name, time, expected) => {
        const { engine, client } = current();
        const { bus } = await start(engine);
        const changed = await change(`time-${name.replaceAll(' ', '-')}`, { inputs: { 'input.time': time } });
        await client.deploy(changed.xml);
        const key = await client.start(changed.processId, { order: ORDER });
        const end = await engine.waitForRecord(
          (record) => is(record, key, 'JOB', 'COMPLETED') || is(record, key, 'INCIDENT', 'CREATED'),
          'the end of the job',
        );
        expect(end.value['errorMessage'] ?? '').toBe('');
        expect(bus.events().map((event) => event.time)).toEqual([expected]);
      });

      it('shows no secret in an incident about a wrong one', async () => {
        const { engine, client } = current();
        const { bus } = await start(engine);
        const wrong = 'a-wrong-secret-key-of-the-drawing';
        const { xml, processId } = await change('wrong-secret', {
          inputs: { 'authentication.secretKey': wrong },
          retries: '1',
        });
        await client.deploy(xml);
        const key = await client.start(processId, { order: ORDER });
        const { value } = await incidentOf(engine, key);
        expect(value['errorMessage']).toMatch(/InvalidSignatureException/);
        expect(JSON.stringify(value)).not.toContain(wrong);
        expect(bus.records()).toEqual([]);
      });
    });
  },
});
