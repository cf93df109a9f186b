import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import type { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

const TASK = 'PublishOrderEvent';
const TASK_NAME = 'Publish order event';

async function openRegion(modeler: Modeler): Promise<Locator> {
  await modeler.select(TASK);
  await modeler.properties.openGroup('Configuration');
  return modeler.properties.field('Region');
}

test('a wrong region is shown while it is typed, fixed on a click, and back after one undo', async ({
  modeler,
  page,
}) => {
  const { problems } = modeler;
  const region = await openRegion(modeler);
  const right = await region.inputValue();
  await expect(problems.button).toHaveText('Problems 0');

  await region.fill('');
  await region.pressSequentially('eu-central-7');
  const message = problems.messages('eu-central-7');
  await expect(message).toBeVisible();
  await expect(region).toBeFocused();
  await expect(region).toHaveAccessibleDescription(/eu-central-7/);
  await expect(problems.markOf(TASK_NAME)).toBeVisible();
  await expect(problems.button).toHaveText('Problems 1');

  await message.getByRole('button', { name: 'Replace with eu-central-1' }).click();
  await expect(region).toHaveValue(right);
  await expect(message).toHaveCount(0);
  await expect(problems.markOf(TASK_NAME)).toHaveCount(0);

  await modeler.undo();
  await expect(region).toHaveValue('eu-central-7');
  await expect(message).toBeVisible();
  await expect(problems.markOf(TASK_NAME)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

/** What axe finds, one line a place. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

test('the same by keyboard alone', async ({ modeler, page }) => {
  const { problems } = modeler;
  const region = await openRegion(modeler);
  await region.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('eu-central-7');
  await expect(problems.messages('eu-central-7')).toBeVisible();

  const fix = problems.messages('eu-central-7').getByRole('button', { name: 'Replace with eu-central-1' });
  await pressUntilFocused(page, 'Tab', fix);
  await page.keyboard.press('Enter');
  await expect(region).toHaveValue('eu-central-1');
  await expect(region).toBeFocused();

  await pressUntilFocused(page, 'Shift+Tab', page.locator('.djs-container > svg'));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(region).toHaveValue('eu-central-7');
  await expect(problems.messages('eu-central-7')).toBeVisible();
});

test('the list leads to the field, filters, and fixes; Escape brings back where one was', async ({ modeler, page }) => {
  const { problems, properties } = modeler;
  const region = await openRegion(modeler);
  await region.fill('eu-central-7');
  await properties.openGroup('Event details');
  await properties.fill('Source', 'aws.orders');
  await problems.button.focus();
  await page.keyboard.press('Enter');
  await expect(problems.list).toBeFocused();
  await expect(problems.rows).toHaveCount(2);
  expect(await violationsOn(page)).toEqual([]);

  // In the order of the panel, by the names that it has, below the task.
  await expect(problems.list.getByRole('heading', { name: TASK_NAME })).toBeVisible();
  const [first, second] = [problems.rows.first(), problems.rows.nth(1)];
  await expect(first).toContainText(/^\s*Region\s*Warning/);
  await expect(second).toContainText(/^\s*Source\s*Error/);
  await expect(problems.list).not.toContainText('configuration.region');
  await expect(first.getByRole('link')).toHaveAttribute('href', '/rules/region-unknown.html');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(second.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(region).toBeFocused();

  await problems.list.getByRole('button', { name: '1 Warning' }).click();
  await expect(problems.rows).toHaveCount(1);
  await problems.list.getByRole('button', { name: '1 Warning' }).click();
  await first.getByRole('button', { name: 'Replace with eu-central-1' }).click();
  await expect(problems.rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(problems.list).toBeHidden();
  await expect(problems.button).toBeFocused();
});

test('a mark opens the list at its element, and a removed task leaves nothing behind', async ({ modeler }) => {
  const { problems } = modeler;
  const region = await openRegion(modeler);
  await region.fill('eu-central-7');
  await problems.markOf(TASK_NAME).click();
  await expect(problems.rows.first().getByRole('button').first()).toBeFocused();
  await modeler.remove();
  await expect(problems.rows).toHaveCount(0);
  await expect(problems.list).toContainText('No problems.');
  await modeler.undo();
  await expect(problems.rows).toHaveCount(1);
  await expect(problems.markOf(TASK_NAME)).toBeVisible();
});

test('one press fixes all of a kind, one undo brings all back', async ({ modeler, page }) => {
  const { problems, properties } = modeler;
  const region = await openRegion(modeler);
  await region.fill('eu-central-7');
  await expect(problems.messages('eu-central-7')).toBeVisible();
  await modeler.appendFromMenu('CalculateTotal');
  await properties.openGroup('Configuration');
  await properties.fill('Region', 'eu-central-7');

  await problems.open();
  const wrong = problems.rows.filter({ hasText: 'eu-central-7' });
  await expect(wrong).toHaveCount(2);
  await wrong.first().getByRole('button', { name: 'Fix all 2 of this kind' }).click();
  await expect(wrong).toHaveCount(0);
  await modeler.undo();
  await expect(wrong).toHaveCount(2);
  await modeler.select(TASK);
  await page.locator('.djs-context-pad').getByRole('button', { name: 'Fix: Replace with eu-central-1' }).click();
  await expect(wrong).toHaveCount(1);
});

test('an error that nothing catches gets its boundary event', async ({ modeler, page }) => {
  const { problems, properties } = modeler;
  await modeler.select(TASK);
  await properties.openGroup('Error handling');
  await properties.fillFeel('Error expression', 'if error != null then bpmnError("NOT_SENT", "Not sent") else null');
  const message = problems.messages('NOT_SENT');
  await expect(message).toBeVisible();
  await message.getByRole('button', { name: /boundary event/ }).click();
  await expect(message).toHaveCount(0);
  await expect(page.locator('.djs-element[data-element-id^="Event_"]').first()).toBeVisible();
  await modeler.undo();
  await expect(message).toBeVisible();
});

async function pressUntilFocused(page: Page, key: string, wanted: Locator): Promise<void> {
  await test.step(`press ${key} until the focus is there`, async () => {
    for (let presses = 0; presses < 60; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`60 presses of ${key} did not bring the focus there`);
  });
}

test('a task without a shape is in the list, and is told to be one', async ({ modeler }) => {
  const { problems } = modeler;
  const example = readFileSync(new URL('../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
  const [task = ''] = /<bpmn:serviceTask id="PublishOrderEvent"[^]*?<\/bpmn:serviceTask>/.exec(example) ?? [];
  const hidden = task
    .replace('PublishOrderEvent', 'Hidden')
    .replace(/<bpmn:(incoming|outgoing)>.*<\/bpmn:\1>/g, '')
    .replace('eu-central-1', 'eu-central-7');
  await modeler.drop('hidden.bpmn', example.replace(task, `${task}\n${hidden}`));

  await problems.button.click();
  const row = problems.rows.filter({ hasText: 'eu-central-7' });
  await expect(problems.list.getByRole('heading', { name: 'not drawn' })).toBeVisible();
  await expect(row.getByRole('button', { name: 'Replace with eu-central-1' })).toHaveCount(0);
  await expect(problems.markOf(TASK_NAME)).toHaveCount(0);
});
