import { createAwsSender } from 'camunda-eventbridge-worker';
import { DEFAULT_ACCESS_KEY } from 'eventbridge-local-bus';
import type { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

/** Sends events to the demo's bus as another program would: the address stands in the panel after a preview. */
async function sendFromElsewhere(modeler: Modeler, events: readonly Partial<typeof EVENT>[]): Promise<void> {
  await modeler.testSend.open();
  await modeler.testSend.preview();
  const label = (await modeler.testSend.panel.locator('[data-destination]').textContent()) ?? '';
  const endpoint = /http:\S+/.exec(label)?.[0];
  const sender = createAwsSender({ ...(endpoint !== undefined && { endpoint }) });
  try {
    for (const event of events)
      await sender.send({ ...EVENT, ...event }, { region: 'eu-central-1', credentials: KEY }, {});
  } finally {
    sender.close();
  }
}

const EVENT = { EventBusName: 'default', Source: 'com.example.other', DetailType: 'Other', Detail: '{"n":1}' };
const KEY = { type: 'static', ...DEFAULT_ACCESS_KEY } as const;

test.beforeEach(({ modeler }) => modeler.select('PublishOrderEvent'));

test('an event that arrives is said, opens with its detail in colours, is copied, and leads to its task', async ({
  modeler,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await modeler.testSend.open();
  await modeler.testSend.send();
  const event = modeler.events.first();
  await expect(event).toHaveClass(/arrived/);
  await expect(page.locator('#last-event')).toHaveText('Event arrived: Order placed from com.example.orders.');

  await event.locator('summary').click();
  await expect(event.locator('.bjse-json-key').first()).toHaveText('"orderId"');
  await event.getByRole('button', { name: 'Copy detail' }).click();
  await expect(event.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ orderId: 'A-1042', total: 34 });

  await modeler.select('CalculateTotal');
  await event.getByRole('button', { name: 'Sent by Publish order event' }).click();
  await expect(modeler.properties.root).toContainText('Publish order event');
});

test('an event that is lost says so, why, and what helps: the bus is created, and the next one arrives', async ({
  modeler,
  page,
}) => {
  await sendFromElsewhere(modeler, [{ EventBusName: 'parcels' }]);
  const event = modeler.events.first();
  await expect(event).toContainText('Lost: there is no event bus “parcels”.');
  await expect(page.locator('#last-event')).toContainText('did not arrive');
  await event.getByRole('button', { name: 'Create the event bus parcels' }).click();
  await expect(page.getByRole('alert')).toContainText('The event bus parcels is there now.');
  await sendFromElsewhere(modeler, [{ EventBusName: 'parcels', DetailType: 'Again' }]);
  await expect(modeler.events.first()).toContainText('Again');
  await expect(modeler.events.first()).toHaveAttribute('data-status', 'accepted');
});

test('a test send that misses its event bus offers to create it, and is accepted then', async ({ modeler, page }) => {
  await modeler.properties.fill('Event bus name', 'invoices');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(page.getByRole('alert').first()).toContainText('There is no event bus “invoices”');
  await page.getByRole('button', { name: 'Create the event bus invoices' }).click();
  await expect(page.getByText('The event bus invoices is there now.')).toBeVisible();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveText('The event bus accepted the event.');
  await expect(modeler.events.first()).toContainText('invoices');
});

test('many events are shown fifty at a time, and found by what is in them', async ({ modeler, page }) => {
  const many = Array.from({ length: 60 }, (_, n) => ({ DetailType: `Parcel ${n + 1}`, Detail: `{"weight":${n}}` }));
  await sendFromElsewhere(modeler, many);
  await expect(page.locator('#event-count')).toHaveText('60');
  await expect(modeler.events).toHaveCount(50);
  await page.getByRole('button', { name: 'Show 10 more' }).click();
  await expect(modeler.events).toHaveCount(60);

  const filter = page.getByRole('searchbox', { name: 'Filter the events' });
  await filter.fill('"weight":41 other');
  await expect(modeler.events).toHaveCount(1);
  await expect(modeler.events.first()).toContainText('Parcel 42');
  await expect(page.locator('#event-count')).toHaveText('1 of 60');
  await filter.fill('nothing like it');
  await expect(page.getByText('No event matches “nothing like it”.')).toBeVisible();
});

test('a demo that is gone is told, with what to do', async ({ context, demo }) => {
  const page = await context.newPage();
  await page.route('**/api/events?*', (route) => route.abort());
  await page.goto(demo.url);
  await expect(page.getByText('Disconnected')).toBeVisible();
  await expect(page.getByText('The demo does not answer. Start it again with npm start')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear' })).toBeDisabled();
});
