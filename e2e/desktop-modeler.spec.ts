import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startTestSendService } from 'camunda-eventbridge-worker';
import { bpmn, official } from '@eventbridge-kit/testkit/bpmn';
import { test as base, expect, type Locator, type Page } from 'playwright/test';
import { buildPlugin } from '../desktop-modeler/build/build-plugin.ts';
import { EVENTS, type ServiceState } from '../desktop-modeler/src/contract.ts';
import { withPicture } from './lab/diagram.ts';
import { buildStandIn } from './stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from './stand-in/modeler-app.ts';
import type { Report } from './stand-in/types.ts';

const { default: versions } = await import(
  '@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json',
  { with: { type: 'json' } }
);
/** The version that Modeler offers for the engine of the diagram. */
const OFFICIAL = versions.find(({ version }) => version === official.template.version) ?? {};
const VALUES = { 'configuration.region': 'eu-north-1', 'input.eventBusName': 'orders', 'input.detail': '=order' };
const CAMUNDA_7 = {
  engine: null,
  tasks: [],
  elements:
    '<bpmn:serviceTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Task_1" camunda:type="external" camunda:topic="eventbridge-kit:send-event:1" />',
};

const BROKEN = readFileSync(new URL('../lint/examples/broken.bpmn', import.meta.url), 'utf8');
const GOOD = readFileSync(new URL('../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
const TASK = 'PublishOrderEvent';
const LABEL = 'EventBridge test send';

interface Installed {
  readonly index: string;
  readonly app: ModelerApp;
}

const test = base.extend<object, { readonly installed: Installed }>({
  installed: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const outDir = fileURLToPath(new URL('../.cache/desktop-modeler-e2e/', import.meta.url));
      const { zip } = await buildPlugin({ outDir, version: '0.0.0' });
      const unpacked = unpack(zip);
      const app = new ModelerApp(unpacked.resources);
      await use({ index: await buildStandIn(), app });
      app.quit();
      unpacked.remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

function reportsIn(page: Page): Promise<readonly Report[]> {
  return page.evaluate(() => window.standInHost.reports());
}

async function open(page: Page, { app, index }: Installed, xml = BROKEN): Promise<void> {
  await app.openWindow(page, index);
  await page.evaluate((text) => window.standInHost.open(text), xml);
}

function ours({ rule }: Report): boolean {
  return rule.startsWith('eventbridge/');
}

test('the eight mistakes of the broken example are eight rows of the one list', async ({ page, installed }) => {
  await open(page, installed);
  await expect.poll(async () => (await reportsIn(page)).filter(ours).length).toBe(8);
  const rows = page.locator('.row[data-rule]');
  // Modeler's own warning, of the user task without a form
  await expect(rows).toHaveCount(9);
  await expect(rows.filter({ hasText: 'Did you mean "eu-central-1"' })).toContainText('Publish order event: Region');
  expect((await reportsIn(page)).filter((report) => !ours(report)).map(({ rule }) => rule)).toEqual([
    'camunda-compat/user-task-definition',
  ]);
  await expect(page.locator('.row a')).not.toHaveCount(0);
  await expect(page.locator('.djs-overlay-linting')).toHaveCount(3);
  await expect(page.locator('.bjse-mark')).toHaveCount(0);
});

/** A field of the properties panel, by its label, and what stands below it. */
function fieldOf(page: Page, label: string): Locator {
  const entry = page
    .locator('#properties .bio-properties-panel-entry')
    .filter({ has: page.locator('label').getByText(label, { exact: true }) });
  return entry.or(entry.locator('xpath=following-sibling::*[1][contains(@class, "bjse-field-issues")]'));
}

test('each of the eight says its message once, at its field, and not what the template asks for', async ({
  page,
  installed,
}) => {
  await open(page, installed);
  await expect.poll(async () => (await reportsIn(page)).filter(ours).length).toBe(8);
  const reports = (await reportsIn(page)).filter(ours);
  const fields = reports.map(({ name = '' }) => name.split(': ')[1] ?? name);
  expect(fields).toEqual([
    'Region',
    'Source',
    'Secret key',
    'Event payload',
    'Result expression',
    'Result expression',
    'Error expression',
    'Event rejected',
  ]);
  for (const [at, { message, rule, id }] of reports.entries()) {
    await test.step(rule, async () => {
      await page.locator(`.row[data-rule="${rule}"] .row-name`).click();
      const said = page.locator('#properties').getByText(message).filter({ visible: true });
      await expect(said).toHaveCount(1);
      if (id === TASK) {
        await expect(
          fieldOf(page, fields[at] ?? '')
            .getByText(message)
            .filter({ visible: true }),
        ).toHaveCount(1);
      }
    });
  }
  await expect(page.locator('#properties').getByText('Region must be the code')).toHaveCount(0);
});

test('a fix is made below its field, another in the list, each as one step', async ({ page, installed }) => {
  await open(page, installed);
  const row = (rule: string): Locator => page.locator(`.row[data-rule="eventbridge/${rule}"]`);
  await row('source-reserved').locator('.row-name').click();
  const source = fieldOf(page, 'Source');
  await expect(source.getByRole('textbox')).toHaveValue('aws.orders');
  await source.getByRole('button', { name: 'Remove "aws."' }).click();
  await expect(source.getByRole('textbox')).toHaveValue('orders');
  await expect(row('source-reserved')).toHaveCount(0);

  await row('region-format').locator('.row-action').click();
  await expect(row('region-format')).toHaveCount(0);
  await expect(fieldOf(page, 'Region').getByRole('textbox')).toHaveValue('eu-central-1');

  await page.evaluate(() => window.standInHost.undo());
  await expect(fieldOf(page, 'Region').getByRole('textbox')).toHaveValue('eu-cental-1');
  await page.evaluate(() => window.standInHost.undo());
  await expect(source.getByRole('textbox')).toHaveValue('aws.orders');
});

/** Presses an entry of *Change element* at the task. */
async function changeElement(page: Page, entry: string, words = ''): Promise<void> {
  await page.evaluate(() => window.standInHost.select('Task_1'));
  await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
  const item = page.locator(`.djs-popup .entry[data-id="${entry}"]`);
  await expect(item).toContainText(words);
  await item.click();
  await expect(page.locator('.djs-popup')).toHaveCount(0);
}

test("a task of Camunda's connector is changed from the menu, and brought back by one undo", async ({
  page,
  installed,
}) => {
  await installed.app.openWindow(page, installed.index, { templates: [...installed.app.templates, OFFICIAL] });
  const bare = bpmn({ tasks: [{ ...official, inputs: VALUES, template: null }] });
  await page.evaluate((text) => window.standInHost.open(text), withPicture(bare, ['Task_1']));
  await changeElement(page, `replace.template-${official.template.id}`);
  const before = await page.evaluate(() => window.standInHost.save());
  const change = (entry: string): Promise<void> => changeElement(page, entry, 'All values are kept.');
  await change('eventbridge-to-send-event');
  await expect(fieldOf(page, 'Region').getByRole('textbox')).toHaveValue('eu-north-1');
  await expect(page.locator('#properties').getByText('Send event to Amazon EventBridge').first()).toBeVisible();
  const ours = await page.evaluate(() => window.standInHost.save());
  expect(ours).toContain('zeebe:modelerTemplate="eventbridge-kit.send-event.v1" zeebe:modelerTemplateVersion="1"');
  for (const value of Object.values(VALUES)) expect(ours).toContain(`source="${value}"`);

  await change('eventbridge-to-official');
  expect(await page.evaluate(() => window.standInHost.save())).toBe(before);
  await page.evaluate(() => window.standInHost.undo());
  expect(await page.evaluate(() => window.standInHost.save())).toBe(ours);
  await page.evaluate(() => window.standInHost.undo());
  expect(await page.evaluate(() => window.standInHost.save())).toBe(before);
});

test('what the template alone knows is still told, and so is a task without the template', async ({
  page,
  installed,
}) => {
  const other = BROKEN.replace(
    'zeebe:modelerTemplate="eventbridge-kit.send-event.v1"',
    'zeebe:modelerTemplate="nobody.knows"',
  );
  await open(page, installed, other);
  await expect
    .poll(async () => (await reportsIn(page)).map(({ message }) => message))
    .toContain("Linked element template 'nobody.knows' (version: 1) not found");
  await expect.poll(async () => (await reportsIn(page)).map(({ rule }) => rule)).toContain('eventbridge/region-format');
});

async function openTestSend(page: Page): Promise<Locator> {
  const button = page.locator('#properties').getByRole('button', { name: LABEL });
  // A panel that is just being drawn misses what is selected at that moment.
  await expect(async () => {
    await page.evaluate((id) => window.standInHost.select(id), TASK);
    await expect(button).toBeVisible({ timeout: 2000 });
  }).toPass();
  await button.click();
  const panel = page.getByRole('region', { name: LABEL });
  await expect(panel).toBeVisible();
  return panel;
}

function headlineOf(panel: Locator): Locator {
  return panel.getByRole('region', { name: 'Result' }).getByRole('status');
}

test('test send runs in a tab of its own, and the event is on the local bus', async ({ page, installed }) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  await expect(page.getByRole('tab', { name: LABEL })).toHaveAttribute('aria-selected', 'true');
  const [canvas, window_] = [await page.locator('#canvas').boundingBox(), page.viewportSize()];
  expect(canvas?.height ?? 0).toBeGreaterThanOrEqual((window_?.height ?? 0) / 2);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.');
  await expect(panel.locator('[data-destination="local"]')).toBeVisible();
  await page.getByRole('tab', { name: 'Problems' }).click();
  await page.getByRole('tab', { name: LABEL }).click();
  await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.');
});

test('the preview follows the typing in the tab, and the service tells which secrets it knows', async ({
  page,
  installed,
}) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  await expect(headlineOf(panel)).toHaveText('The event can be sent.');
  await panel.getByRole('textbox', { name: 'Sample variables' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('{ "order": { "id": "typed" } }');
  await expect(panel.getByRole('region', { name: 'Result' })).toContainText('"typed"');
  await expect(panel.getByRole('button', { name: /^Throttled/ })).toBeVisible();
  await expect(panel.locator('[data-secret][data-status="known"]').first()).toBeVisible();
});

test('settings reach the service: preview only, and a profile that nobody has', async ({ page, installed }) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  const send = panel.getByRole('button', { name: 'Send', exact: true });
  await page.evaluate(() => window.standInHost.setSetting('eventbridgeKit.readOnly', true));
  await send.click();
  await expect(panel.getByText('Nothing was sent: Modeler\'s settings say "Preview only"').first()).toBeVisible();
  await page.evaluate(() => {
    window.standInHost.setSetting('eventbridgeKit.readOnly', false);
    window.standInHost.setSetting('eventbridgeKit.profile', 'nobody');
    window.standInHost.setSetting('eventbridgeKit.target', 'profile');
  });
  await expect
    .poll(() => page.evaluate(() => window.standInHost.log.join()))
    .toContain('There is no AWS profile "nobody"');
  await page.evaluate(() => window.standInHost.setSetting('eventbridgeKit.target', 'local'));
  await send.click();
  await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.');
});

test('no service, a refused origin and a wrong token each say which it is and what to do', async ({
  page,
  installed,
}) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  const stranger = await startTestSendService({ port: 0, allowedOrigins: ['https://elsewhere.example'] });
  const lenient = await startTestSendService({ port: 0, allowedOrigins: ['null'] });
  const cases: readonly (readonly [ServiceState, string])[] = [
    [
      { status: 'stopped', reason: 'it ended with exit code 1' },
      'is not running: it ended with exit code 1. Choose Plugins > EventBridge Kit > Restart test send',
    ],
    [{ status: 'running', url: 'http://127.0.0.1:9', token: 'x' }, 'does not answer: it has ended'],
    [{ status: 'running', url: stranger.url, token: stranger.token }, 'does not serve this window'],
    [{ status: 'running', url: lenient.url, token: 'wrong' }, 'refused the token'],
  ];
  for (const [state, message] of cases) {
    await page.evaluate(({ event, payload }) => window.standInHost.emit(event, payload), {
      event: EVENTS.service,
      payload: state,
    });
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(headlineOf(panel)).toContainText(message);
  }
  await Promise.all([stranger.stop(), lenient.stop()]);
});

test('a service that dies is started again; one that keeps dying is told of, with what to do, and that helps', async ({
  page,
  installed,
}) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  const send = panel.getByRole('button', { name: 'Send', exact: true });
  const succeed = (): Promise<void> =>
    expect(async () => {
      await send.click();
      await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.', { timeout: 2000 });
    }).toPass();
  const notices = (): Promise<string> => page.evaluate(() => window.standInHost.notifications.join());
  await succeed();
  await installed.app.killService();
  await succeed();
  expect(await notices()).toBe('');

  const remedy = 'Choose Plugins > EventBridge Kit > Restart test send';
  await expect(async () => {
    await installed.app.killService();
    expect(await notices()).toContain('The test-send service has ended: it ended with exit code 1.');
  }).toPass();
  expect(await notices()).toContain(remedy);
  await send.click();
  await expect(headlineOf(panel)).toContainText(`is not running: it ended with exit code 1. ${remedy}`);

  await installed.app
    .buildMenu()
    .find(({ label }) => label === 'Restart test send')
    ?.action();
  await succeed();
});

test('what arrived on the local bus is listed beside test send', async ({ page, installed }) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  const list = page.getByRole('region', { name: 'On the local event bus' });
  await expect(list.getByRole('heading')).toHaveText(/\(\d+\)$/);
  const count = await list.getByRole('listitem').count();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(list.getByRole('listitem')).toHaveCount(count + 1);
  const newest = list.getByRole('listitem').first();
  await expect(newest).toContainText('com.example.orders on');
  await newest.locator('summary').click();
  await expect(newest.getByLabel('Detail')).toContainText('"orderId"');

  await page.evaluate(() => window.standInHost.setSetting('eventbridgeKit.target', 'environment'));
  await expect(list).toBeHidden();
  await page.evaluate(() => window.standInHost.setSetting('eventbridgeKit.target', 'local'));
  await expect(list.getByText('No event yet')).toBeVisible();
});

test('a diagram of Camunda 7 opens, and nothing is said of it', async ({ page, installed }) => {
  await open(page, installed, withPicture(bpmn(CAMUNDA_7), ['Task_1']));
  expect((await reportsIn(page)).filter(ours)).toEqual([]);
  await page.evaluate(() => window.standInHost.select('Task_1'));
  await expect(page.locator('#properties').getByRole('button', { name: LABEL })).toHaveCount(0);
});

test('the plugin twice, and a Modeler that lacks a part, say so and open', async ({ context, installed }) => {
  const noticesOf = async (options: Parameters<ModelerApp['openWindow']>[2]): Promise<readonly string[]> => {
    const page = await context.newPage();
    await installed.app.openWindow(page, installed.index, options);
    await page.evaluate((xml) => window.standInHost.open(xml), BROKEN);
    await expect.poll(async () => (await reportsIn(page)).filter(ours).length).toBe(8);
    return page.evaluate(() => window.standInHost.notifications);
  };
  expect(await noticesOf({})).toEqual([]);
  expect((await noticesOf({ copies: 2 })).join()).toContain('It is installed 2 times');
  expect((await noticesOf({ without: ['settings'] })).join()).toContain('has no settings for plugins');
  expect((await noticesOf({ without: ['components'] })).join()).toContain('opens inside the diagram');
  expect((await noticesOf({ without: ['vendor'] })).join()).toContain('no fixes, no test send');
  await noticesOf({ without: ['react'] });
});

test('only editors of Camunda 8 get anything, and nothing is done before a diagram opens', async ({
  page,
  installed,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await installed.app.openWindow(page, installed.index);
  const types = await page.evaluate(() =>
    (window as unknown as { readonly plugins: readonly { readonly type: string }[] }).plugins.map(({ type }) => type),
  );
  expect(types).toEqual(['lintRules.cloud-bpmn', 'bpmn.cloud.modeler.additionalModules', 'client']);
  expect(requests.filter((url) => url.startsWith('http') && !url.endsWith('/settings'))).toEqual([]);
  await page.getByRole('tab', { name: LABEL }).click();
  await expect(page.getByText('open a Camunda 8 BPMN diagram')).toBeVisible();
});
