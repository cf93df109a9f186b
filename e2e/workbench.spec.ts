import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator.toString()} is not on the page`);
  return box;
}

async function widthOf(locator: Locator): Promise<number> {
  return Math.round((await boxOf(locator)).width);
}

/** True where the middle of an element can be pressed: nothing lies on top, and it is in sight. */
function isFree(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
}

function edge(page: Page, name: string): Locator {
  return page.getByRole('separator', { name });
}

test.describe('the bar on top', () => {
  test('takes a step back and forth, and shows the diagram bigger, smaller and whole', async ({ modeler, page }) => {
    const button = (name: string): Locator => page.getByRole('banner').getByRole('button', { name, exact: true });
    await expect(button('Undo')).toBeDisabled();
    await modeler.select('PublishOrderEvent');
    await modeler.properties.fill('Source', 'com.example.changed');
    await button('Undo').click();
    await expect(modeler.properties.field('Source')).toHaveValue('com.example.orders');
    await expect(button('Undo')).toBeDisabled();
    await button('Redo').click();
    await expect(modeler.properties.field('Source')).toHaveValue('com.example.changed');

    const task = modeler.element('PublishOrderEvent');
    const whole = await widthOf(task);
    await button('Zoom in').click();
    expect(await widthOf(task)).toBeGreaterThan(whole);
    await button('Zoom out').click();
    await button('Zoom out').click();
    expect(await widthOf(task)).toBeLessThan(whole);
    await button('Fit the diagram').click();
    expect(await widthOf(task)).toBe(whole);
  });

  test('has one place for test send', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    const button = page.getByRole('button', { name: 'Test send', exact: true });
    await expect(button).toHaveCount(1);
    await button.click();
    await expect(modeler.testSend.panel).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await button.click();
    await expect(modeler.testSend.panel).toBeHidden();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  test('says what to do where a new diagram has no task that sends', async ({ modeler, page }) => {
    await modeler.newDiagram();
    await expect(page.locator('#no-events')).not.toContainText('Publish order event');
    await page.getByRole('button', { name: 'Test send' }).click();
    await expect(page.getByRole('alert')).toContainText('Append a task and choose “Send event to Amazon EventBridge”');
  });
});

test.describe('keys', () => {
  test('save the diagram, also while a field has the focus', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    await modeler.properties.field('Source').focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('ControlOrMeta+s')]);
    expect(download.suggestedFilename()).toBe('order-to-event.bpmn');
  });

  test('find an element by its name', async ({ modeler, page }) => {
    await page.getByRole('button', { name: 'Save', exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('review');
    await page.keyboard.press('Enter');
    await expect(modeler.properties.root).toContainText('Review order');
  });

  test('are shown by a question mark, which stays a letter in a field', async ({ modeler, page }) => {
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await page.keyboard.press('?');
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('Find an element');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await modeler.select('PublishOrderEvent');
    await modeler.properties.field('Source').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('?');
    await expect(modeler.properties.field('Source')).toHaveValue('com.example.orders?');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Keys' }).click();
    await expect(dialog).toBeVisible();
  });
});

test.describe('panels', () => {
  test('are resized by keyboard and pointer, and are as they were left when the page is loaded again', async ({
    modeler,
    page,
  }) => {
    const { root } = modeler.properties;
    const before = await widthOf(root);
    await edge(page, 'Width of the properties').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await widthOf(root)).toBe(before + 48);
    await expect(edge(page, 'Width of the properties')).toHaveAttribute('aria-valuenow', String(before + 48));

    const events = page.getByRole('complementary', { name: /^Events/ });
    const wide = await widthOf(events);
    const { x, y, height } = await boxOf(edge(page, 'Width of the events'));
    await page.mouse.move(x, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + height / 2, { steps: 3 });
    await page.mouse.up();
    expect(await widthOf(events)).toBe(wide - 30);

    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    expect(await widthOf(root)).toBe(before + 48);
    expect(await widthOf(events)).toBe(wide - 30);
  });

  test('go away and come back, for a diagram as wide as the window', async ({ modeler, page }) => {
    // with the number of events behind its name while they are away
    const toggle = (name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}`) });
    await toggle('Properties panel').click();
    await edge(page, 'Width of the events').focus();
    await page.keyboard.press('Enter');
    await expect(toggle('Events panel')).toBeFocused();
    await expect(modeler.properties.root).toBeHidden();
    expect(await widthOf(page.locator('#canvas'))).toBe(1440);

    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    await expect(modeler.properties.root).toBeHidden();
    await modeler.testSend.open();
    await modeler.testSend.send();
    await expect(toggle('Events panel')).toHaveAttribute('data-count', '1');
    await toggle('Events panel').click();
    await expect(modeler.events).toHaveCount(1);
    await toggle('Properties panel').click();
    await expect(modeler.properties.root).toBeVisible();
  });

  test('take turns below the diagram', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    await modeler.testSend.open();
    await modeler.problems.open();
    await expect(modeler.testSend.panel).toBeHidden();
    await modeler.testSend.open();
    await expect(modeler.problems.list).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(edge(page, 'Height of the panel below the diagram')).toBeHidden();
  });
});

test.describe('in a window of 1280 x 800 with test send open', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the whole palette can be used, the logo covers nothing, and the task is in sight', async ({
    modeler,
    page,
  }) => {
    await modeler.testSend.open();
    await expect(modeler.testSend.panel).toBeVisible();
    const canvas = await boxOf(page.locator('#canvas'));
    expect(canvas.width).toBeGreaterThan(1280 * 0.55);
    for (const entry of await page.locator('.djs-palette .entry').all()) {
      const { y, height } = await boxOf(entry);
      expect(y + height).toBeLessThanOrEqual(canvas.y + canvas.height);
      expect(await isFree(entry)).toBe(true);
    }
    const logo = await boxOf(page.locator('.bjs-powered-by'));
    for (const shown of await page.locator('.djs-element.djs-shape .djs-visual').all()) {
      const { x, y, width, height } = await boxOf(shown);
      const isApart =
        x + width <= logo.x || logo.x + logo.width <= x || y + height <= logo.y || logo.y + logo.height <= y;
      expect(isApart).toBe(true);
    }
    expect(await isFree(modeler.element('PublishOrderEvent'))).toBe(true);
  });

  test('a task that was out of sight is brought into it', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    await page.locator('.djs-container > svg').focus();
    for (let presses = 0; presses < 30; presses++) await page.keyboard.press('ControlOrMeta+ArrowLeft');
    await expect(modeler.element('PublishOrderEvent')).not.toBeInViewport();
    await modeler.testSend.open();
    await expect.poll(() => isFree(modeler.element('PublishOrderEvent'))).toBe(true);
  });
});

test.describe('a draft', () => {
  test('is kept without closing a menu or moving the diagram', async ({ modeler, page }) => {
    await modeler.newDiagram();
    await modeler.appendPlainTask('StartEvent_1');
    await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
    const before = await boxOf(modeler.element('StartEvent_1'));
    await expect(page.getByText('draft kept')).toBeVisible();
    await expect(page.locator('.djs-popup')).toBeVisible();
    expect(await boxOf(modeler.element('StartEvent_1'))).toEqual(before);
  });

  async function change(modeler: { page: Page; properties: { fill(label: string, text: string): Promise<void> } }) {
    await modeler.properties.fill('Source', 'com.example.kept');
    await expect(modeler.page.getByText('draft kept')).toBeVisible();
  }

  test('survives a reload, and is offered', async ({ modeler, page }) => {
    await modeler.select('PublishOrderEvent');
    await change(modeler);
    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    await expect(page.getByRole('alert')).toContainText('order-to-event.bpmn has changes that were not saved.');
    await modeler.select('PublishOrderEvent');
    await expect(modeler.properties.field('Source')).toHaveValue('com.example.orders');

    await page.getByRole('button', { name: 'Go on with them' }).click();
    await expect(modeler.fileName).toHaveText('order-to-event.bpmn (changed)');
    await modeler.select('PublishOrderEvent');
    await expect(modeler.properties.field('Source')).toHaveValue('com.example.kept');
  });

  test('is forgotten when it is discarded, or saved', async ({ modeler, page, demo }) => {
    await modeler.select('PublishOrderEvent');
    await change(modeler);
    await modeler.goto(demo.url);
    await page.getByRole('button', { name: 'Discard them' }).click();
    await modeler.goto(demo.url);
    await expect(modeler.notice).toBeHidden();
    await modeler.select('PublishOrderEvent');
    await change(modeler);
    await modeler.save();
    await modeler.goto(demo.url);
    await expect(modeler.notice).toBeHidden();
  });
});
