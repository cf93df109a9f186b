/**
 * The connector from end to end, of what is installed: the template of the unpacked zip is filled in within the stand-in for
 * Modeler's window, the diagram saved, deployed on the in-memory engine, worked on by the packed worker, and compared with
 * what was typed. `npm run seed` runs this alone and prints the table.
 */
import { fileURLToPath } from 'node:url';
import { isRecord, type JsonObject } from '@eventbridge-kit/issue';
import { connect, type EngineClient } from '@eventbridge-kit/testkit/engine/client';
import { startInMemoryEngine } from '@eventbridge-kit/testkit/engine/in-memory';
import { packWorker } from './packed-worker.ts';
import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus, type ReceivedEvent } from 'eventbridge-local-bus';
import { test as base, expect, type Page } from 'playwright/test';
import { buildPlugin } from '../../desktop-modeler/build/build-plugin.ts';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { PropertiesPanel } from '../fixtures/properties-panel.ts';
import { buildStandIn } from '../stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from '../stand-in/modeler-app.ts';
import { CAUGHT_CODE, EMPTY_TASK, TASK_ID } from './empty-task.ts';
import { startWorkerProcess } from './worker-process.ts';

const TEMPLATE = 'eventbridge-kit.send-event.v1';

/** What the worker's own environment signs with, so that both authentications can be told apart. */
const ENVIRONMENT_KEY = {
  accessKeyId: 'LOCALBUSACCESSKEY002',
  secretAccessKey: 'another-secret-key-good-for-tests-only',
};

interface World {
  readonly index: string;
  readonly app: ModelerApp;
  readonly bus: LocalBus;
  readonly client: EngineClient;
}

/** One feature: what was typed, and what came of it. */
interface Row {
  readonly feature: string;
  readonly typed: string;
  readonly event?: unknown;
  readonly variables?: unknown;
}

const test = base.extend<object, { readonly world: World }>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const outDir = fileURLToPath(new URL('../../.cache/desktop-modeler-seed/', import.meta.url));
      const { zip } = await buildPlugin({ outDir, version: '0.0.0' });
      const unpacked = unpack(zip);
      const index = await buildStandIn();
      const packed = await packWorker();
      const engine = await startInMemoryEngine();
      const bus = createLocalBus({
        accessKeys: [DEFAULT_ACCESS_KEY, ENVIRONMENT_KEY],
        buses: ['orders', 'orders-test'],
      });
      const worker = startWorkerProcess({
        bin: packed.bin,
        grpcAddress: engine.grpcAddress,
        awsEndpoint: (await bus.start()).url,
        env: {
          AWS_ACCESS_KEY_ID: ENVIRONMENT_KEY.accessKeyId,
          AWS_SECRET_ACCESS_KEY: ENVIRONMENT_KEY.secretAccessKey,
        },
      });
      const client = connect(engine.grpcAddress);
      const app = new ModelerApp(unpacked.resources);
      await use({ index, app, bus, client });
      app.quit();
      await client.close();
      await worker.kill();
      await bus.close();
      await engine.close();
      packed.remove();
      unpacked.remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

/**
 * The diagram before anything is typed. The way out of the boundary event ends by itself, and what an error brings goes to
 * the process, which without a mapping it does not.
 */
// https://docs.camunda.io/docs/components/modeler/bpmn/error-events/#variable-mappings
const EMPTY = EMPTY_TASK.replaceAll('bpmn:userTask', 'bpmn:task')
  .replace('<bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>', '')
  .replace(
    /<bpmn:boundaryEvent [^>]*>/,
    '$&<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=why" target="why" /></zeebe:ioMapping></bpmn:extensionElements>',
  );

/** Texts as they are typed into fields, static, or FEEL with its `=`, by the ids of the template's properties. */
type Typed = Readonly<Record<string, string>>;

/** What a user sees of the template: fields and groups by their labels. */
interface TemplateLabels {
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly properties: readonly { readonly id: string; readonly label?: string; readonly group?: string }[];
}

/** The choice of authentication. */
const AUTHENTICATION = 'authentication.type';

/** Applies the template to the task of a new diagram, and types; gives the diagram as it is saved. */
async function fillIn(
  page: Page,
  world: World,
  processId: string,
  authentication: string,
  typed: Typed,
): Promise<string> {
  await world.app.openWindow(page, world.index);
  const empty = EMPTY.replaceAll('"send-event"', `"${processId}"`);
  await page.evaluate((xml) => window.standInHost.open(xml), empty);
  await page.evaluate((id) => window.standInHost.select(id), TASK_ID);
  await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
  await page.locator('.djs-popup-search input').pressSequentially('eventbridge');
  await page.locator(`.djs-popup .entry[data-id="replace.template-${TEMPLATE}"]`).click();
  const properties = new PropertiesPanel(page, page.locator('#properties'));
  const { groups, properties: fields } = world.app.templates[0] as TemplateLabels; // the one of the zip
  const fieldOf = (id: string): TemplateLabels['properties'][number] =>
    fields.find((field) => field.id === id) ?? { id };
  const wanted = new Set([AUTHENTICATION, ...Object.keys(typed)].map((id) => fieldOf(id).group));
  for (const { id, label } of groups) if (wanted.has(id)) await properties.openGroup(label);
  const choice = properties.root.getByLabel(fieldOf(AUTHENTICATION).label ?? '', { exact: true });
  await choice.selectOption({ value: authentication });
  for (const [id, text] of Object.entries(typed)) {
    const label = fieldOf(id).label ?? id;
    if (text.startsWith('=')) await properties.fillFeel(label, text.slice(1));
    else await properties.fill(label, text);
  }
  return page.evaluate(() => window.standInHost.save());
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
}

function recordIn(variables: JsonObject, name: string): JsonObject {
  const value = variables[name];
  if (!isRecord(value)) throw new Error(`the variable ${name} is no object`);
  return value;
}

const rows: Row[] = [];

test.afterAll(() => {
  const text = (value: unknown = '-'): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const short = (value: unknown): string => text(value).replace(/^(.{87}).{4,}$/, '$1...');
  const table = rows.map(({ feature, typed, event, variables }) => [feature, ...[typed, event, variables].map(short)]);
  formatTable(['feature', 'typed', 'event', 'variables'], table, 'left').forEach(say);
});

test('keys, FEEL in every field, result variable and result expression', async ({ page, world }) => {
  const { bus, client } = world;
  const typed = {
    'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
    'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
    'configuration.region': '="eu-" + "central-1"',
    'input.eventBusName': '="orders-" + stage',
    'input.source': '="com.example." + shop',
    'input.detailType': '="Order " + order.state',
    'input.detail': '={orderId: order.id, total: order.total}',
    resultVariable: 'answer',
    resultExpression: '={eventId: response.entries[1].eventId, failed: failedEntryCount}',
  };
  await client.deploy(await fillIn(page, world, 'seed-keys', 'credentials', typed));
  bus.clear();
  const order = { id: 'A-1042', total: 34, state: 'placed' };
  const variables = await client.run('seed-keys', { order, stage: 'test', shop: 'orders' });

  const event: ReceivedEvent = only(bus.records());
  const expected = {
    accessKeyId: DEFAULT_ACCESS_KEY.accessKeyId,
    region: 'eu-central-1',
    eventBusName: 'orders-test',
    source: 'com.example.orders',
    detailType: 'Order placed',
    detail: { orderId: 'A-1042', total: 34 },
  };
  expect(event).toMatchObject({ status: 'accepted', ...expected });
  expect(variables).toMatchObject({ eventId: event.eventId, failed: 0 });
  const answer = recordIn(variables, 'answer');
  const metadata = recordIn(answer, 'sdkResponseMetadata');
  const http = recordIn(answer, 'sdkHttpMetadata');
  expect(metadata).toEqual({ requestId: event.requestId });
  expect(http).toMatchObject({ httpStatusCode: 200, httpHeaders: { 'x-amzn-RequestId': event.requestId } });
  expect(answer).toMatchObject({ failedEntryCount: 0, entries: [{ eventId: event.eventId, errorCode: null }] });

  rows.push(
    { feature: 'authentication: credentials', typed: typed['authentication.accessKey'], event: event.accessKeyId },
    { feature: 'region', typed: typed['configuration.region'], event: event.region },
    { feature: 'event bus', typed: typed['input.eventBusName'], event: event.eventBusName },
    { feature: 'source', typed: typed['input.source'], event: event.source },
    { feature: 'detail type', typed: typed['input.detailType'], event: event.detailType },
    { feature: 'payload', typed: typed['input.detail'], event: event.detail },
    { feature: 'result variable', typed: typed.resultVariable, variables: { answer } },
    {
      feature: 'result expression',
      typed: typed.resultExpression,
      event: event.eventId,
      variables: { eventId: variables['eventId'], failed: variables['failed'] },
    },
    { feature: 'response: sdkResponseMetadata', typed: '-', event: event.requestId, variables: metadata },
    { feature: 'response: sdkHttpMetadata', typed: '-', event: event.requestId, variables: http },
  );
});

test("the worker's own credentials, static text in every field, and an error expression", async ({ page, world }) => {
  const { bus, client } = world;
  const code = 'NotAuthorizedForSourceException';
  const typed = {
    'configuration.region': 'us-east-1',
    'input.eventBusName': 'orders',
    'input.source': 'com.example.static',
    'input.detailType': 'Order shipped',
    'input.detail': '{"id": 7}',
    errorExpression: `=if error.code = "${code}" then bpmnError("${CAUGHT_CODE}", error.message, {why: error.code}) else null`,
  };
  const chain = 'defaultCredentialsChain';
  await client.deploy(await fillIn(page, world, 'seed-chain', chain, typed));
  bus.clear();
  const sent = await client.run('seed-chain', {});
  const event = only(bus.records());
  expect(event).toMatchObject({
    status: 'accepted',
    accessKeyId: ENVIRONMENT_KEY.accessKeyId,
    region: 'us-east-1',
    eventBusName: 'orders',
    source: 'com.example.static',
    detailType: 'Order shipped',
    detail: { id: 7 },
  });
  expect(sent).toEqual({});

  bus.clear();
  bus.addFault({ kind: 'entry', code, times: 1 });
  const caught = await client.run('seed-chain', {});
  const rejected = only(bus.records());
  expect(rejected).toMatchObject({ status: 'rejected', errorCode: code });
  expect(caught).toEqual({ why: code });

  const { accessKeyId, region, eventBusName, source, detailType, detail } = event;
  rows.push(
    { feature: 'authentication: default chain', typed: chain, event: accessKeyId },
    {
      feature: 'all fields, static text',
      typed: [
        typed['configuration.region'],
        typed['input.eventBusName'],
        typed['input.source'],
        typed['input.detailType'],
        typed['input.detail'],
      ].join(', '),
      event: [region, eventBusName, source, detailType, JSON.stringify(detail)].join(', '),
      variables: sent,
    },
    {
      feature: 'error expression',
      typed: typed.errorExpression,
      event: `${rejected.status}: ${rejected.errorCode}`,
      variables: caught,
    },
  );
});
