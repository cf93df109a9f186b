import type { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

/** Fills in what every event needs. */
async function fillIn({ properties }: Modeler): Promise<void> {
  await properties.fill('Access key', '{{secrets.AWS_ACCESS_KEY}}');
  await properties.fill('Secret key', '{{secrets.AWS_SECRET_KEY}}');
  await properties.fill('Region', 'eu-central-1');
  await properties.fill('Event bus name', 'default');
  await properties.fill('Source', 'com.example.shop');
  await properties.fill('Detail type', 'Parcel sent');
}

test('a task drawn from the append menu sends exactly its event', async ({ modeler, demo }) => {
  await modeler.newDiagram();
  await modeler.appendFromMenu('StartEvent_1');
  await fillIn(modeler);
  await modeler.properties.fillFeel(
    'Event payload',
    '{ parcelId: parcel.id, weight: parcel.grams / 1000, fragile: true }',
  );
  await modeler.properties.openGroup('Advanced');
  await modeler.properties.fill('Resources', '["arn:aws:s3:::parcels"]');
  await modeler.properties.fill('Time', '2026-11-23T10:00:00Z');
  await modeler.properties.fill('Trace header', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1');
  await modeler.properties.openGroup('Output mapping');
  await modeler.properties.fillFeel('Result expression', '{ sentAs: response.entries[1].eventId }');

  await modeler.testSend.open();
  await modeler.testSend.setVariables({ parcel: { id: 'P-7', grams: 1250 } });
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('The event bus accepted the event.');
  const records = demo.bus.records();
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    status: 'accepted',
    region: 'eu-central-1',
    eventBusName: 'default',
    source: 'com.example.shop',
    detailType: 'Parcel sent',
    detailText: '{"parcelId":"P-7","weight":1.25,"fragile":true}',
    resources: ['arn:aws:s3:::parcels'],
    time: '2026-11-23T10:00:00Z',
    traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
  });
  const eventId = records[0]?.eventId ?? 'none';
  await expect(modeler.testSend.section('What the process gets')).toContainText(`"sentAs": "${eventId}"`);
  await expect(modeler.testSend.section('Response')).toContainText('"failedEntryCount": 0');
  await expect(modeler.events).toHaveCount(1);
  await expect(modeler.events.first()).toContainText('Parcel sent');
});

test('a plain task, made ours by Change type, sends exactly its event', async ({ modeler, demo }) => {
  await modeler.newDiagram();
  await modeler.appendPlainTask('StartEvent_1');
  await modeler.changeType();
  await fillIn(modeler);
  await modeler.properties.fill('Event payload', '{ "parcel": "P-8", "weight": 0.50 }');

  await modeler.testSend.open();
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('The event bus accepted the event.');
  const records = demo.bus.records();
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    status: 'accepted',
    region: 'eu-central-1',
    eventBusName: 'default',
    source: 'com.example.shop',
    detailType: 'Parcel sent',
    detail: { parcel: 'P-8', weight: 0.5 },
    resources: [],
  });
});

test('the example is sent with the variables that its authors gave', async ({ modeler, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await expect(modeler.testSend.variables).toContainText('"A-1042"');
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('The event bus accepted the event.');
  expect(demo.bus.records().map(({ detail }) => detail)).toEqual([
    {
      orderId: 'A-1042',
      customer: 'Ada Lovelace',
      currency: 'EUR',
      total: 34,
      items: [
        { sku: 'TEA-01', quantity: 2 },
        { sku: 'CUP-07', quantity: 1 },
      ],
    },
  ]);
});

test('a preview shows the entry and sends nothing', async ({ modeler, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.preview();

  await expect(modeler.testSend.headline).toHaveText('The event can be sent.');
  await expect(modeler.testSend.section('Event entry')).toContainText('"DetailType": "Order placed"');
  await expect(modeler.testSend.section('Event entry')).toContainText(/\d+ of 1,048,576 bytes/);
  await expect(modeler.testSend.field('input.detail')).toContainText('order.id');
  expect(demo.bus.records()).toEqual([]);
  await expect(modeler.events).toHaveCount(0);
});

test('a changed field or variable is told from the result of the last run', async ({ modeler }) => {
  const stale = 'The task or the variables have changed since this run.';
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.result).not.toContainText(stale);
  await modeler.properties.fill('Source', 'com.example.other');
  await expect(modeler.testSend.section('Event entry'), 'the preview is back').toContainText('com.example.other');
  await modeler.testSend.panel.getByRole('button', { name: 'Last send' }).click();
  await expect(modeler.testSend.result).toContainText(stale);
  await modeler.testSend.send();
  await expect(modeler.testSend.result).not.toContainText(stale);
  await expect(modeler.testSend.section('Event entry')).toContainText('com.example.other');
});

test('the sample variables that a user wrote are kept for each task', async ({ modeler }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.setVariables({ order: { id: 'mine' } });
  await expect(async () => {
    // the first one may close what is offered while typing
    await modeler.page.keyboard.press('Escape');
    await expect(modeler.testSend.panel).toBeHidden({ timeout: 500 });
  }).toPass();
  await modeler.testSend.open();
  await expect(modeler.testSend.variables).toContainText('"mine"');
});

test('what was typed last is sent, without a pause', async ({ modeler, demo, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.properties.field('Detail type').fill('Typed just now');
  await modeler.testSend.send();
  await modeler.properties.root.locator('.bio-properties-panel-feel-editor-container .cm-content').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('{ typed: "just now" }');
  await modeler.testSend.send();

  const records = demo.bus.records();
  expect(records.map(({ detailType }) => detailType)).toEqual(['Typed just now', 'Typed just now']);
  expect(records[1]?.detail).toEqual({ typed: 'just now' });
});
