import { violationsOn } from './fixtures/axe.ts';
import { tabTo } from './fixtures/keyboard.ts';
import { expect, test } from './fixtures/test.ts';

const WINDOWS = [
  { width: 640, height: 400 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of WINDOWS) {
    test.describe(`${colorScheme}, ${viewport.width} x ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing, from the page as it opens to an event that is open and problems', async ({
        modeler,
        page,
      }) => {
        await expect(modeler.element('PublishOrderEvent')).toBeVisible();
        expect(await violationsOn(page)).toEqual([]);

        await modeler.testSend.open();
        await modeler.testSend.send();
        await expect(modeler.events).toHaveCount(1);
        await modeler.events.first().locator('summary').click();
        // an event that has just arrived shines for a moment
        await modeler.events
          .first()
          .evaluate((row) => Promise.all(row.getAnimations().map(({ finished }) => finished)));
        expect(await violationsOn(page)).toEqual([]);

        await modeler.properties.fill('Source', 'aws.orders');
        await modeler.problems.open();
        await expect(modeler.problems.list).toContainText('aws.orders');
        expect(await violationsOn(page)).toEqual([]);

        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Keys' }).click();
        await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
        expect(await violationsOn(page)).toEqual([]);
      });
    });
  }
}

test('axe finds nothing where the panel and the page show problems', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Source', 'aws.orders');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.problems).toBeVisible();
  await modeler.drop('letter.bpmn', 'Dear Ada,');
  await expect(modeler.notice).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('by keyboard alone: reach test send, send, resize, and come back', async ({ modeler, page, demo }) => {
  const { panel, headline } = modeler.testSend;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the diagram' })).toBeFocused();
  await tabTo(page, 'Test send', 'button');
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('separator', { name: 'Height of the panel below the diagram' })).toBeFocused();
  const before = Math.round((await panel.boundingBox())?.height ?? 0);
  await page.keyboard.press('ArrowUp');
  expect(Math.round((await panel.boundingBox())?.height ?? 0)).toBe(before + 24);

  await tabTo(page, 'Sample variables', 'textbox');
  await page.keyboard.press('Tab');
  await tabTo(page, 'Send', 'button');
  await page.keyboard.press('Enter');
  await expect(headline).toHaveText('The event bus accepted the event.');
  await expect(panel.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
  expect(demo.bus.records()).toHaveLength(1);

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Test send' })).toBeFocused();
});

test('by keyboard alone: widen the events, open the one that arrived, and go to the task that sent it', async ({
  modeler,
  page,
}) => {
  await modeler.testSend.open();
  await modeler.testSend.send();
  await page.keyboard.press('Escape');
  const events = page.getByRole('complementary', { name: /^Events/ });
  const before = (await events.boundingBox())?.width ?? 0;
  await page.getByRole('link', { name: 'Skip to the events' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('separator', { name: 'Width of the events' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  expect((await events.boundingBox())?.width).toBe(Math.round(before) + 24);

  const summary = modeler.events.first().locator('summary');
  for (let presses = 0; presses < 4 && !(await summary.evaluate((one) => one === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  await expect(summary).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Sent by Publish order event', 'button');
  await modeler.page.keyboard.press('Enter');
  await expect(modeler.properties.root).toContainText('Publish order event');
});

test('what happens is said to a screen reader', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveAttribute('aria-live', 'polite');
  await expect(
    page.locator('[aria-live]').getByText('Event arrived: Order placed from com.example.orders.'),
  ).toBeAttached();
});
