import { expect, test } from './fixtures/test.ts';

test('events that were cleared stay cleared when the page is loaded again', async ({ modeler, page, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.events).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(modeler.events).toHaveCount(0);
  await modeler.goto(demo.url);
  await expect(page.getByText('No event has arrived yet.')).toBeVisible();
  await expect(modeler.events).toHaveCount(0);
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.events).toHaveCount(1);
});

/** A window of 1280 x 800, at 200 %. */
test.describe('in a window zoomed to 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('every control can be reached, with the panel open too', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    await modeler.testSend.open();
    await modeler.testSend.send();
    await expect(modeler.events).toHaveCount(1);
    await modeler.events.first().locator('summary').click();
    const icons = ['Zoom in', 'Fit the diagram', 'Properties panel', 'Events panel', 'Keys'];
    for (const name of [
      'New',
      'Open…',
      'Save',
      ...icons,
      /^Problems/,
      'Clear',
      'Send',
      'Preview',
      'Close test send',
      'Reset',
    ]) {
      const control = page.getByRole('button', { name, exact: true }).first();
      // scrolls to it, and fails where something else lies on top of it
      await control.click({ trial: true });
    }
    await page.locator('#test-send').click({ trial: true });
    await modeler.testSend.variables.click({ trial: true });
    await modeler.properties.field('Detail type').click({ trial: true });
    await page.getByRole('button', { name: 'Close test send' }).click();
    await expect(modeler.testSend.panel).toBeHidden();
  });
});
