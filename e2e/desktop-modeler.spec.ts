import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from 'playwright/test';
import { buildPlugin } from '../desktop-modeler/build/build-plugin.ts';
import { buildStandIn } from './stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from './stand-in/modeler-app.ts';
import type { Report } from './stand-in/types.ts';

const BROKEN = readFileSync(new URL('../lint/examples/broken.bpmn', import.meta.url), 'utf8');

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
