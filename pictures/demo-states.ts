import type { Demo } from '@eventbridge-kit/demo';
import type { Page } from 'playwright';

/** A state of the demo that a picture shows. */
export interface DemoState {
  /** Brings a page with the example there. */
  readonly show: (page: Page, demo: Demo) => Promise<void>;
  readonly size?: { readonly width: number; readonly height: number };
  /** True: the documentation shows it. */
  readonly isDocumented?: boolean;
}

const LOW = { width: 640, height: 400 };
const NARROW = { width: 900, height: 700 };
const USUAL = { width: 1280, height: 800 };
const WIDE = { width: 1920, height: 1080 };

async function openTestSend(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
  await page.getByRole('region', { name: 'Test send', exact: true }).waitFor();
}

async function send(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Test send', exact: true });
  await Promise.all([
    // a question to the service is no send
    page.waitForResponse((response) => response.request().postData()?.includes('"dryRun"') === true),
    panel.getByRole('button', { name: 'Send', exact: true }).click(),
  ]);
  await panel.locator('[data-run="done"]').waitFor();
}

async function select(page: Page): Promise<void> {
  await page.locator('.djs-element[data-element-id="PublishOrderEvent"]').click();
}

async function writeField(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('region', { name: 'Properties' }).getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.blur();
}

async function openNewestEvent(page: Page): Promise<void> {
  await page.locator('#event-list > li summary').first().click();
}

/** Sends three events; the newest one is open. */
async function showSent(page: Page): Promise<void> {
  await openTestSend(page);
  for (const detailType of ['Order placed', 'Order changed', 'Order placed']) {
    await writeField(page, 'Detail type', detailType);
    await send(page);
  }
  await page.locator('#event-list > li').nth(2).waitFor();
  await openNewestEvent(page);
  await page.locator('.bio-properties-panel-scroll-container').evaluate((container) => container.scrollTo(0, 0));
}

/** Two mistakes: the messages below their fields, the mark, and the list. */
async function showValidation(page: Page): Promise<void> {
  await select(page);
  await writeField(page, 'Source', 'aws.orders');
  await writeField(page, 'Region', 'eu-central-7');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Problems/ })
    .click();
  await page.locator('.bjse-problem').nth(1).waitFor();
  const region = page.getByRole('region', { name: 'Properties' }).getByRole('textbox', { name: 'Region', exact: true });
  await region.scrollIntoViewIfNeeded();
}

async function showMissingBus(page: Page): Promise<void> {
  await select(page);
  await writeField(page, 'Event bus name', 'parcels');
  await openTestSend(page);
  await send(page);
}

export const DEMO_STATES: Readonly<Record<string, DemoState>> = {
  start: { show: () => Promise.resolve() },
  demo: { show: showSent, isDocumented: true },
  validation: { show: showValidation, isDocumented: true },
  'wrong-field': {
    isDocumented: true,
    show: async (page) => {
      await openTestSend(page);
      await writeField(page, 'Source', 'aws.orders');
      await page.getByText('Stops at Checks: nothing would be sent.').waitFor();
    },
  },
  'aws-error': {
    isDocumented: true,
    show: async (page) => {
      await openTestSend(page);
      await writeField(page, 'Secret key', 'not-the-key');
      await send(page);
    },
  },
  'missing-bus': { show: showMissingBus },
  rejected: {
    show: async (page, { bus }) => {
      bus?.addFault({ kind: 'entry', code: 'NotAuthorizedForSourceException', times: 1 });
      await openTestSend(page);
      await send(page);
      await page.locator('#event-list > li').first().waitFor();
      await openNewestEvent(page);
    },
  },
  'new-diagram': {
    show: async (page) => {
      await page.getByRole('button', { name: 'New', exact: true }).click();
      await openTestSendOfNothing(page);
    },
  },
  draft: {
    show: async (page) => {
      await select(page);
      await writeField(page, 'Source', 'com.example.kept');
      await page.getByText('draft kept').waitFor();
      await page.reload();
      await page.locator('body[data-ready]').waitFor();
    },
  },
  keys: { show: (page) => page.getByRole('button', { name: 'Keys' }).click() },
  'panels-away': {
    show: async (page) => {
      await page.getByRole('button', { name: 'Properties panel' }).click();
      await page.getByRole('button', { name: /^Events panel/ }).click();
      await openTestSend(page);
      await send(page);
    },
  },
  disconnected: {
    show: async (page) => {
      await page.route('**/api/events?*', (route) => route.abort());
      await page.reload();
      await page.getByText('Disconnected').waitFor();
      await page.unroute('**/api/events?*');
    },
  },
  'usual-window': { show: showSent, size: USUAL },
  'wide-window': { show: showSent, size: WIDE },
  'narrow-window': { show: showSent, size: NARROW },
  'low-window': { show: () => Promise.resolve(), size: LOW },
};

async function openTestSendOfNothing(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
  await page.getByRole('alert').first().waitFor();
}

export const RUN_STATES: Readonly<Record<string, DemoState>> = {
  'run-process': {
    isDocumented: true,
    show: async (page) => {
      await page.getByRole('button', { name: 'Run process' }).click();
      const panel = page.getByRole('region', { name: 'Run process' });
      await panel.getByRole('button', { name: 'Run', exact: true }).click();
      await panel.getByRole('status').getByText('Ended').waitFor();
      await page.locator('#event-list > li').first().waitFor();
      await openNewestEvent(page);
    },
  },
  'run-incident': {
    show: async (page) => {
      await select(page);
      await writeField(page, 'Source', 'aws.orders');
      await page.getByRole('button', { name: 'Run process' }).click();
      const panel = page.getByRole('region', { name: 'Run process' });
      await panel.getByRole('button', { name: 'Run', exact: true }).click();
      await panel.getByText('Incident at Publish order event').waitFor();
    },
  },
};
