import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';

/** What axe finds, one line a place: the rule, the element, and why. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

test('axe finds nothing on the page as it opens', async ({ modeler, page }) => {
  await expect(modeler.element('PublishOrderEvent')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('axe finds nothing with the panel open and an event arrived', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.events).toHaveCount(1);
  await modeler.events.first().locator('summary').click();
  expect(await violationsOn(page)).toEqual([]);
});

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
  const tabTo = async (name: string, role: 'button' | 'separator' | 'textbox'): Promise<void> => {
    await test.step(`Tab to ${name}`, async () => {
      const wanted = page.getByRole(role, { name, exact: true });
      for (let presses = 0; presses < 40; presses++) {
        if (await wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement)))
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`40 presses of Tab did not reach ${name}`);
    });
  };

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the diagram' })).toBeFocused();
  await tabTo('Test send', 'button');
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();

  await tabTo('Height of the test send panel', 'separator');
  const before = (await panel.boundingBox())?.height ?? 0;
  await page.keyboard.press('ArrowUp');
  expect((await panel.boundingBox())?.height).toBe(before + 24);

  await tabTo('Sample variables', 'textbox');
  await page.keyboard.press('Tab');
  await tabTo('Send', 'button');
  await page.keyboard.press('Enter');
  await expect(headline).toHaveText('The event bus accepted the event.');
  await expect(panel.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
  expect(demo.bus.records()).toHaveLength(1);

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Test send' })).toBeFocused();
});

test('what happens is said to a screen reader', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveAttribute('aria-live', 'polite');
  await expect(
    page.locator('[aria-live]').getByText('Event arrived: Order placed from com.example.orders'),
  ).toBeAttached();
});
