import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startTestSendService } from 'camunda-eventbridge-worker';
import { test as base, expect, type Locator, type Page } from 'playwright/test';
import { buildPlugin } from '../desktop-modeler/build/build-plugin.ts';
import { EVENTS, type ServiceState } from '../desktop-modeler/src/contract.ts';
import { buildStandIn } from './stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from './stand-in/modeler-app.ts';
import type { Report } from './stand-in/types.ts';

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

test('a field shows what the rules found in the place of what its template asks for', async ({ page, installed }) => {
  await open(page, installed);
  await expect.poll(async () => (await reportsIn(page)).filter(ours).length).toBe(8);
  await page.evaluate((id) => window.standInHost.select(id), TASK);
  const properties = page.locator('#properties');
  const visible = (text: string): Locator => properties.getByText(text).filter({ visible: true });
  await page.locator('.row-name').filter({ hasText: 'Region' }).click();
  await expect(visible('This is not an AWS region: found "eu-cental-1". Did you mean "eu-central-1"?')).toHaveCount(1);
  await expect(visible('Region must be the code')).toHaveCount(0);
});

test("a row's button makes its fix as one step", async ({ page, installed }) => {
  await open(page, installed);
  const row = page.locator('.row[data-rule="eventbridge/region-format"]');
  await row.locator('.row-action').click();
  await expect(row).toHaveCount(0);
  await page.evaluate((id) => window.standInHost.select(id), TASK);
  await expect(page.locator('#properties').getByRole('textbox', { name: 'Region', exact: true })).toHaveValue(
    'eu-central-1',
  );
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
  await page.evaluate((id) => window.standInHost.select(id), TASK);
  await page.locator('#properties').getByRole('button', { name: LABEL }).click();
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

test('a service that dies is started again, and the window hears of it', async ({ page, installed }) => {
  await open(page, installed, GOOD);
  const panel = await openTestSend(page);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.');
  await installed.app
    .buildMenu()
    .find(({ label }) => label === 'Restart test send')
    ?.action();
  await expect(async () => {
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(headlineOf(panel)).toHaveText('The event bus accepted the event.', { timeout: 1000 });
  }).toPass();
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
