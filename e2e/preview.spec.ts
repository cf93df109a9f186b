import { readFile } from 'node:fs/promises';
import type { EventBridgeTestSend } from 'bpmn-js-eventbridge';
import { violationsOn } from './fixtures/axe.ts';
import { tabTo } from './fixtures/keyboard.ts';
import type { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

/** What looks like keys of AWS, and is none. */
const CANARIES = ['AKIAIOSFODNN7CANARY1', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYCANARYKEY2'];

/** The console's door to the demo's modeler. */
interface PageWithModeler {
  readonly modeler: { get(service: 'eventBridgeTestSend'): EventBridgeTestSend };
}

test.beforeEach(async ({ modeler, demo }) => {
  demo.bus.clearFaults();
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
});

test.afterAll(({ demo }) => demo.bus.clearFaults());

test('the preview follows the typing, in the variables and in the diagram, and nothing is sent', async ({
  modeler,
  page,
  demo,
}) => {
  const { testSend, properties } = modeler;
  const sends: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('dryRun') === true) sends.push(request.url());
  });
  const entry = testSend.section('Event entry');
  await expect(testSend.headline).toHaveText('The event can be sent.');
  await expect(entry).toContainText('"A-1042"');
  await expect(entry).toContainText(/\d+ of 1,048,576 bytes/);
  await testSend.setVariables({ order: { id: 'typed', items: [] }, total: 3 });
  await expect(entry).toContainText('"orderId": "typed"');
  await properties.field('Detail type').fill('Order typed');
  await expect(entry).toContainText('"DetailType": "Order typed"');
  await expect(testSend.result.getByRole('list', { name: 'Target and secrets' })).toContainText('Event bus default');
  await testSend.setVariables({ order: { id: 'x' } });
  await expect(testSend.field('input.detail')).toContainText('Null because the sample variables lack total');
  expect(sends).toEqual([]);
  expect(demo.bus.records()).toEqual([]);
});

test('what each answer of EventBridge would do to the process is told, and the event that catches its error is marked', async ({
  modeler,
  page,
}) => {
  const { testSend } = modeler;
  const marked = page.locator('.djs-element.bjse-catches');
  await expect(testSend.answer('Accepted')).toContainText('completes, sets eventId');
  await expect(testSend.answer('Throttled')).toContainText('fails: 2 retries left, next after 30 s');
  await expect(testSend.answer('No answer')).toContainText('fails: 2 retries left');
  await expect(testSend.answer('Entry rejected')).toContainText('throws EVENT_REJECTED, caught by Event rejected');
  await expect(marked).toHaveCount(0);

  await testSend.answer('Access denied').click();
  await expect(marked).toHaveAttribute('data-element-id', 'EventRejected');
  await expect(testSend.result).toContainText('Allow the action events:PutEvents on the event bus "default"');

  await testSend.answer('Entry rejected').click();
  await page.getByLabel('Error code of the entry').selectOption('MalformedDetail');
  await expect(testSend.answer('Entry rejected')).toContainText('incident');
  await expect(marked).toHaveCount(0);
  await page.getByLabel('Error code of the entry').selectOption('InternalFailure');
  await expect(testSend.answer('Entry rejected')).toContainText('fails: 2 retries left');

  await testSend.answer('A response of your own').click();
  const paste = page.getByRole('textbox', { name: 'Response to try' });
  await paste.fill('{"some": "thing"}');
  await expect(testSend.panel.getByRole('alert').filter({ hasText: 'none of EventBridge' })).toBeVisible();
  await paste.fill('{"FailedEntryCount": 0, "Entries": [{"EventId": "mine-1"}]}');
  await expect(testSend.result).toContainText('"eventId": "mine-1"');
  await paste.fill('{"__type": "AccessDeniedException", "message": "no"}');
  await expect(marked).toHaveAttribute('data-element-id', 'EventRejected');

  await page.keyboard.press('Escape');
  await expect(testSend.panel).toBeHidden();
  await expect(marked).toHaveCount(0);
});

test('an error that nothing catches is told', async ({ modeler }) => {
  await modeler.properties.openGroup('Error handling');
  await modeler.properties.fillFeel('Error expression', 'if error != null then bpmnError("NOBODY", "no") else null');
  await expect(modeler.testSend.answer('Throttled')).toContainText(
    'throws NOBODY, which nothing in this diagram catches',
  );
});

test('bad samples and endless expressions leave the modeler responsive, each with what to do', async ({
  modeler,
  page,
}) => {
  const { testSend } = modeler;
  await testSend.variables.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('{ "order": ');
  await expect(testSend.panel.getByRole('alert')).toContainText('The sample variables are no JSON');
  await expect(testSend.headline).toHaveText('The preview goes on when the sample variables are JSON again.');
  await testSend.setVariables({ order: { id: 1 } });
  await expect(testSend.headline).not.toHaveText(/goes on/);

  await modeler.properties.fillFeel('Event payload', '{ n: count(for i in 1..9999, j in 1..9999 return i) }');
  await expect(testSend.field('input.detail')).toContainText('takes more than 250,000 steps');
  await expect(testSend.headline).toHaveText('A field cannot be evaluated here.');

  await test.step('5 MB of sample: typing goes on, the preview waits to be asked', async () => {
    await modeler.properties.fillFeel('Event payload', '{ size: string length(text) }');
    await page.evaluate(
      (text) => (window as unknown as PageWithModeler).modeler.get('eventBridgeTestSend').replaceVariables(text),
      JSON.stringify({ text: 'x'.repeat(5_000_000) }),
    );
    await expect(testSend.headline).toContainText('The sample is longer than 1,048,576 characters');
    await modeler.properties.field('Detail type').fill('Typed meanwhile');
    await testSend.panel.getByRole('button', { name: 'Preview now' }).click();
    await expect(testSend.section('Event entry')).toContainText('"size": 5000000');
  });
});

test('a field that only the engine can tell stays unknown', async ({ modeler }) => {
  await modeler.properties.fillFeel('Source', 'camunda.vars.env.SOURCE');
  await expect(modeler.testSend.headline).toHaveText('A field cannot be evaluated here.');
  await expect(modeler.testSend.field('input.source')).toHaveAttribute('data-status', 'unknown');
});

test('secrets are never resolved here, and the service says which it knows', async ({ modeler }) => {
  const chips = modeler.testSend.result.getByRole('list', { name: 'Target and secrets' });
  await expect(chips).toContainText('Secret AWS_ACCESS_KEY known');
  await modeler.properties.fill('Access key', '{{secrets.NO_SUCH_SECRET}}');
  await expect(chips).toContainText('Secret NO_SUCH_SECRET not known');
  await expect(modeler.testSend.problems).toContainText('NO_SUCH_SECRET');
});

test('what was sent is compared with what the preview had said', async ({ modeler, demo }) => {
  const { testSend } = modeler;
  await testSend.send();
  await expect(testSend.headline).toHaveText('The event bus accepted the event.');
  await expect(testSend.result.getByRole('list', { name: 'Steps' })).toContainText(/Send\s*[\d.,]+ ms/);
  await expect(testSend.section('Other than the preview had said')).toHaveCount(0);

  await modeler.properties.fillFeel('Event payload', '{ at: now() }');
  await expect(testSend.section('Event entry')).toContainText('"at"');
  await testSend.send();
  const other = testSend.section('Other than the preview had said');
  await expect(other).toContainText('The entry, in the preview');
  await expect(other).toContainText('The entry, as it came');
  expect(demo.bus.records()).toHaveLength(2);
});

test('a sample is kept under a name, outside the diagram, and moves as a file', async ({ modeler, page }) => {
  const { testSend } = modeler;
  const menu = testSend.panel.locator('.bjse-menu');
  const keep = async (name: string): Promise<void> => {
    await menu.getByRole('textbox', { name: 'Name of the sample' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('button', { name, exact: true })).toBeVisible();
  };
  await testSend.setVariables({ order: { id: 'kept', key: CANARIES[0] } });
  await menu.locator('summary').click();
  await keep('a small order');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: 'Export…' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    samples: [{ name: 'a small order', variables: { order: { id: 'kept' } } }],
  });
  expect(text).not.toContain(CANARIES[0]);
  await menu.getByRole('button', { name: 'Delete a small order' }).click();
  await expect(menu).toContainText('No sample is kept');
  await page.keyboard.press('Escape');
  expect((await modeler.save()).xml).not.toContain('kept');

  await page.reload();
  await page.locator('body[data-ready]').waitFor();
  await modeler.select('PublishOrderEvent');
  await testSend.open();
  await menu.locator('summary').click();
  await menu.locator('input[type=file]').setInputFiles({
    name: 'samples.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await menu.getByRole('button', { name: 'a small order', exact: true }).click();
  await expect(testSend.variables).toContainText('"kept"');
  await menu.locator('summary').click();
  const wrong = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[]') };
  await menu.locator('input[type=file]').setInputFiles(wrong);
  await expect(menu.getByRole('alert')).toContainText('This is no file of samples');
});

test('what came back is kept as example data in one step, and later tasks are tried with it', async ({ modeler }) => {
  await modeler.testSend.send();
  await modeler.testSend.panel.getByRole('button', { name: 'Use as example data' }).click();
  await expect(modeler.testSend.panel.getByText('Written to the task')).toBeVisible();
  expect((await modeler.save()).xml).toMatch(/exampleOutputJson" value="\{&#34;eventId&#34;/);
  await modeler.undo();
  expect((await modeler.save()).xml).not.toMatch(/exampleOutputJson" value="\{&#34;eventId&#34;/);
});

/** Everything that the page holds and keeps. */
async function everythingIn(modeler: Modeler): Promise<string> {
  return modeler.page.evaluate(async () => {
    const panel = document.querySelector('.bjse-panel .bjse-result')?.textContent ?? '';
    const storage = JSON.stringify([localStorage, sessionStorage].map((kept) => Object.entries(kept)));
    return panel + storage + (await navigator.clipboard.readText());
  });
}

test('what looks like a key of AWS is in no preview, report, clipboard, storage or log', async ({
  modeler,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const { testSend } = modeler;
  await modeler.properties.fill('Secret key', CANARIES[1] ?? '');
  await modeler.properties.fillFeel('Event payload', '{ key: order.key, secret: order.secret }');
  await testSend.setVariables({ order: { key: CANARIES[0], secret: CANARIES[1] } });
  await expect(testSend.section('Event entry')).toContainText('"key": "***"');
  for (const name of ['Copy as JSON', 'Copy as AWS CLI']) {
    await testSend.panel.getByRole('button', { name }).click();
    await expect(testSend.panel.getByText('Copied').first()).toBeVisible();
    const held = await everythingIn(modeler);
    for (const canary of CANARIES) expect(held).not.toContain(canary);
  }
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^aws events put-events --region eu-central-1 --entries '\[\{.*"Source":"com\.example\.orders"/,
  );
  await testSend.send();
  await expect(testSend.headline).toHaveText('The event was not accepted: InvalidSignatureException');
  const held = (await everythingIn(modeler)) + logged.join('\n');
  for (const canary of CANARIES) expect(held).not.toContain(canary);
});

test('by keyboard alone: read the preview and open an answer; axe finds nothing in it', async ({
  modeler,
  page,
  demo,
}) => {
  const { testSend } = modeler;
  await expect(testSend.headline).toHaveText('The event can be sent.');
  await tabTo(page, 'Send', 'button');
  await tabTo(page, 'Copy as JSON', 'button');
  await tabTo(page, 'Entry rejected: throws EVENT_REJECTED, caught by Event rejected', 'button');
  await page.keyboard.press('Enter');
  await expect(testSend.answer('Entry rejected')).toHaveAttribute('aria-expanded', 'true');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(testSend.panel).toBeHidden();
  expect(demo.bus.records()).toEqual([]);
});
