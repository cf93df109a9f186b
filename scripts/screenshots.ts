/** Takes the documentation's pictures of the demo: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBus } from 'eventbridge-local-bus';
import type { Page } from 'playwright';
import { withDemoPage } from './demo-page.ts';
import { findJava, OLDEST_JAVA } from '@eventbridge-kit/testkit/machine/java';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';

const SIZE = { width: 1440, height: 900 };
const FOLDER = join(root, 'docs', 'pictures');

async function shoot(page: Page, name: string): Promise<void> {
  // no caret and no half-finished transition in a picture
  await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide', animations: 'disabled' });
  say(`docs/pictures/${name}.png`);
}

async function openTestSend(page: Page): Promise<void> {
  await page.locator('.djs-element[data-element-id="PublishOrderEvent"]').click();
  await page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
  await page.getByRole('region', { name: 'Test send', exact: true }).waitFor();
}

async function run(page: Page, button: 'Send' | 'Preview'): Promise<void> {
  const panel = page.getByRole('region', { name: 'Test send', exact: true });
  await Promise.all([
    page.waitForResponse('**/api/test-send'),
    panel.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await panel.locator('[data-run="done"]').waitFor();
}

async function writeField(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('region', { name: 'Properties' }).getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.blur();
}

/** Two mistakes: the messages below their fields, the mark, and the list. */
async function shootValidation(page: Page): Promise<void> {
  await writeField(page, 'Source', 'aws.orders');
  await writeField(page, 'Region', 'eu-central-7');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Problems/ })
    .click();
  await page.locator('.bjse-problem').nth(1).waitFor();
  const region = page.getByRole('region', { name: 'Properties' }).getByRole('textbox', { name: 'Region', exact: true });
  await region.scrollIntoViewIfNeeded();
  await shoot(page, 'validation');
  await writeField(page, 'Region', 'eu-central-1');
  await page.getByRole('region', { name: 'Problems', exact: true }).press('Escape');
}

/** The list of events opens its newest one. */
async function showNewestEvent(page: Page, bus: LocalBus | undefined): Promise<void> {
  const events = page.locator('#event-list > li');
  await events.nth((bus?.records().length ?? 1) - 1).waitFor();
  await events.first().locator('summary').click();
}

mkdirSync(FOLDER, { recursive: true });
await withDemoPage(async (page, { bus }) => {
  await openTestSend(page);
  await run(page, 'Send');
  await writeField(page, 'Detail type', 'Order changed');
  await run(page, 'Send');
  await writeField(page, 'Detail type', 'Order placed');
  await run(page, 'Send');
  await showNewestEvent(page, bus);
  await page.locator('.bio-properties-panel-scroll-container').evaluate((container) => container.scrollTo(0, 0));
  await shoot(page, 'demo');

  await page.getByRole('region', { name: 'Test send', exact: true }).press('Escape');
  await shootValidation(page);

  await page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
  await writeField(page, 'Source', 'aws.orders');
  await run(page, 'Preview');
  await shoot(page, 'wrong-field');

  await writeField(page, 'Source', 'com.example.orders');
  await writeField(page, 'Secret key', 'not-the-key');
  await run(page, 'Send');
  await shoot(page, 'aws-error');
});

if (findJava() === undefined) {
  say(`docs/pictures/run-process.png stays as it is: its engine needs Java ${String(OLDEST_JAVA)} or newer.`);
} else {
  const options = { engine: true, say };
  await withDemoPage(
    async (page, { bus }) => {
      await page.getByRole('button', { name: 'Run process' }).click();
      const panel = page.getByRole('region', { name: 'Run process' });
      await panel.getByRole('button', { name: 'Run', exact: true }).click();
      await panel.getByRole('status').getByText('Ended').waitFor();
      await showNewestEvent(page, bus);
      // from the first thing that happened on
      await page.locator('#run-log').evaluate((log) => log.scrollTo(0, 0));
      await shoot(page, 'run-process');
    },
    SIZE,
    options,
  );
}
