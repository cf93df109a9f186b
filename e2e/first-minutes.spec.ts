import { violationsOn } from './fixtures/axe.ts';
import type { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

/** A task that was just made from the template. */
async function makeTask(modeler: Modeler): Promise<void> {
  await modeler.newDiagram();
  await modeler.appendFromMenu('StartEvent_1');
}

test('a fresh task is no wall of red: what only its author knows is quietly required', async ({ modeler, page }) => {
  await makeTask(modeler);
  const { properties, problems } = modeler;
  await expect(problems.button).toHaveText('Problems 0');
  await expect(page.locator('.bjse-mark')).toHaveCount(0);
  await expect(problems.messages(/./)).toHaveCount(0);
  await expect(properties.root.locator('.bio-properties-panel-error').filter({ visible: true })).toHaveCount(0);
  await expect(properties.root.getByText('Required', { exact: true })).toHaveCount(3);
  // what a task usually says stands in its fields, as text and not as a hint of what could be there
  await expect(properties.field('Access key')).toHaveValue('{{secrets.AWS_ACCESS_KEY}}');
  await expect(properties.field('Secret key')).toHaveValue('{{secrets.AWS_SECRET_KEY}}');
  await expect(properties.field('Event bus name')).toHaveValue('default');
  expect(await violationsOn(page)).toEqual([]);
});

test('a field that is left empty is told once, and its frame is red', async ({ modeler }) => {
  await makeTask(modeler);
  const { properties, problems } = modeler;
  const source = properties.field('Source');
  const frame = (): Promise<string> => source.evaluate((field) => getComputedStyle(field).borderTopColor);
  const calm = await frame();
  await source.focus();
  await expect(problems.messages(/./)).toHaveCount(0);
  await source.blur();
  await expect(problems.messages('Source is required. Write who sends the event')).toBeVisible();
  await expect(properties.root.getByText(/Source must not be empty/).filter({ visible: true })).toHaveCount(0);
  expect(await frame()).not.toBe(calm);
  // nobody was at the others
  await expect(problems.button).toHaveText('Problems 1');
  await properties.fill('Source', 'com.example.orders');
  await expect(problems.button).toHaveText('Problems 0');
  await expect.poll(frame).toBe(calm);
});

test('the list of problems, saving and sending tell of all that is missing', async ({ modeler, page }) => {
  page.on('dialog', (question) => void question.accept());
  const { problems, testSend } = modeler;
  await makeTask(modeler);
  await problems.open();
  await expect(problems.rows).toHaveCount(3);
  await expect(problems.rows).toContainText([/^Region/, /^Source/, /^Detail type/]);

  await makeTask(modeler);
  await expect(problems.rows).toHaveCount(0);
  await modeler.save();
  await expect(problems.rows).toHaveCount(3);
  await expect(problems.messages(/./)).toHaveCount(3);

  await makeTask(modeler);
  await testSend.open();
  await testSend.send();
  await expect(problems.messages(/./)).toHaveCount(3);
});

test('an error of ours alone reddens its field, and the mark is seen beside the context pad', async ({
  modeler,
  page,
}) => {
  await modeler.select('PublishOrderEvent');
  const detail = modeler.properties.field('Endpoint');
  await modeler.properties.openGroup('Advanced');
  const calm = await detail.evaluate((field) => getComputedStyle(field).borderTopColor);
  await detail.fill('http://events.example.com');
  await expect(modeler.problems.messages('http://events.example.com')).toHaveCount(1);
  expect(await detail.evaluate((field) => getComputedStyle(field).borderTopColor)).not.toBe(calm);

  await expect(page.locator('.djs-context-pad.open, .djs-context-pad')).toBeVisible();
  const mark = modeler.problems.markOf('Publish order event');
  const isOnTop = await mark.evaluate((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const places = [left + 2, (left + right) / 2, right - 2];
    return places.every((x) => button.contains(document.elementFromPoint(x, (top + bottom) / 2)));
  });
  expect(isOnTop).toBe(true);
});

test('one press fixes every problem of the list, one undo brings all back', async ({ modeler }) => {
  const { problems, properties } = modeler;
  await modeler.select('PublishOrderEvent');
  await properties.fill('Region', 'eu-central-7');
  await properties.fill('Source', 'aws.orders');
  await problems.open();
  await problems.list.getByRole('button', { name: 'Fix 2 problems' }).click();
  await expect(problems.rows).toHaveCount(0);
  await expect(properties.field('Source')).toHaveValue('orders');
  await modeler.undo();
  await expect(problems.rows).toHaveCount(2);
});

test('test send shows the problems of the list, in its words, with its fixes', async ({ modeler }) => {
  const { problems, properties, testSend } = modeler;
  await modeler.select('PublishOrderEvent');
  await properties.fill('Source', '');
  await properties.fill('Region', 'eu-central-7');
  await testSend.open();
  await testSend.send();
  const told = testSend.problems.getByRole('listitem');
  await expect(told).toContainText([/Region.*Did you mean "eu-central-1"/, /Source is required/]);
  await expect(told).toHaveCount(2);
  await expect(testSend.problems).not.toContainText(/null|nothing/);
  await told.first().getByRole('button', { name: 'Replace with eu-central-1' }).click();
  await expect(properties.field('Region')).toHaveValue('eu-central-1');
  await expect(told).toHaveCount(1);
  await problems.open();
  await expect(problems.rows).toContainText(['Source is required. Write who sends the event']);
});

test("a rule's link opens its page beside the diagram, wrong next to right, and Escape goes back", async ({
  modeler,
  page,
}) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Source', 'aws.s3');
  const link = modeler.problems.messages('aws.s3').getByRole('link', { name: 'source-reserved' });
  await link.click();
  const drawer = page.getByRole('complementary', { name: 'About this rule' });
  await expect(drawer.getByRole('heading', { name: 'Reserved source' })).toBeVisible();
  const [wrong, right] = [drawer.locator('.rule-wrong pre'), drawer.locator('.rule-right pre')];
  await expect(wrong).toHaveText('Source: aws.s3');
  await expect(right).toHaveText('Source: com.example.orders');
  const [left, beside] = [await wrong.boundingBox(), await right.boundingBox()];
  expect(beside?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  expect(await violationsOn(page)).toEqual([]);
  await drawer.getByRole('link', { name: 'All rules' }).click();
  await expect(drawer.getByRole('heading', { name: 'The rules' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(link).toBeFocused();
});

test('a page of its own for a rule, and one for a rule that nobody knows', async ({ modeler, page }) => {
  await expect(modeler.problems.button).toBeVisible();
  await page.goto(new URL('/rules/source-reserved', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Reserved source' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  // A page that is not there is a fault of the demo's own page, not of one that is opened beside it.
  const other = await page.context().newPage();
  const answer = await other.goto(new URL('/rules/source-resrved', page.url()).href);
  expect(answer?.status()).toBe(404);
  await expect(other.getByRole('heading', { name: 'No rule is called source-resrved' })).toBeVisible();
  await other.getByRole('link', { name: 'source-reserved' }).click();
  await expect(other.getByRole('heading', { name: 'Reserved source' })).toBeVisible();
});
