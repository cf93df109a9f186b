import { violationsOn } from '../fixtures/axe.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { expect, test } from '../fixtures/test.ts';

test.beforeEach(({ demo }) => demo.bus.clearFaults());

test('the example runs to its end: deployed, one event, and the variables that the process gets', async ({
  modeler,
  demo,
}) => {
  const { runProcess } = modeler;
  await runProcess.open();
  await expect(runProcess.variables).toContainText('"A-1042"');
  await runProcess.runUntil('Ended');

  const records = demo.bus.records();
  expect(records).toHaveLength(1);
  const eventId = records[0]?.eventId ?? 'none';
  await expect(runProcess.log).toContainText('Deployed order-to-event');
  await expect(runProcess.log).toContainText('Publish order event: the job completed');
  await expect(runProcess.log).toContainText(`"eventId": "${eventId}"`);
  await expect(runProcess.log).toContainText('"total": 34');
  await expect(modeler.events).toHaveCount(1);
  await expect(modeler.element('PublishOrderEvent')).toHaveClass(/run-completed/);
  await expect(modeler.element('OrderPublished')).toHaveClass(/run-completed/);
  await expect(modeler.element('ReviewOrder')).not.toHaveClass(/run-/);

  await test.step('follow the job to its event', async () => {
    await runProcess.log.getByRole('button', { name: 'Show its event' }).click();
    await expect(modeler.events.first().locator('details')).toHaveAttribute('open', '');
    await expect(modeler.events.first()).toContainText(eventId);
  });
});

test('a rejected event takes the way of the boundary event and waits there; cancelling ends it', async ({
  modeler,
  demo,
}) => {
  const { runProcess } = modeler;
  demo.bus.addFault({ kind: 'entry', code: 'NotAuthorizedForSourceException', times: 1 });
  await runProcess.open();
  await runProcess.runUntil('Waiting');

  await expect(runProcess.log).toContainText('the job threw the BPMN error EVENT_REJECTED');
  await expect(runProcess.log).toContainText('Waiting at Review order');
  await expect(modeler.element('EventRejected')).toHaveClass(/run-completed/);
  await expect(modeler.element('ReviewOrder')).toHaveClass(/run-active/);
  expect(demo.bus.events()).toEqual([]);

  await runProcess.cancel.click();
  await expect(runProcess.status).toHaveText('Ended');
  await expect(runProcess.log).toContainText('The instance was cancelled.');
});

test('a wrong field is an incident with its message, and nothing is sent', async ({ modeler, demo }) => {
  const { runProcess } = modeler;
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Source', 'aws.orders');
  await runProcess.open();
  await runProcess.run.click();

  await expect(runProcess.log).toContainText('Incident at Publish order event');
  await expect(runProcess.log).toContainText('input.source');
  await expect(runProcess.log).toContainText('aws.orders');
  await expect(modeler.element('PublishOrderEvent')).toHaveClass(/run-incident/);
  expect(demo.bus.records()).toEqual([]);
  await runProcess.cancel.click();
});

test('what the engine refuses to deploy is told with the element', async ({ modeler }) => {
  await modeler.newDiagram();
  await modeler.appendFromMenu('StartEvent_1');
  await modeler.properties.fillFeel('Event payload', '{ parcel: ');
  await modeler.runProcess.open();
  await modeler.runProcess.runUntil('Not possible');
  await expect(modeler.runProcess.log).toContainText(/Activity_\w+/);
  await expect(modeler.runProcess.log).not.toContainText('INVALID_ARGUMENT');
});

test('variables that are no JSON object are told below the field, and nothing runs', async ({ modeler, page }) => {
  const { runProcess } = modeler;
  await runProcess.open();
  for (const [text, found] of [
    ['{ "order": ', 'JSON'],
    ['[1]', 'found […]'],
  ] as const) {
    await runProcess.setVariables(text);
    await expect(runProcess.panel.getByRole('alert')).toContainText(found);
    await runProcess.run.click();
    await expect(runProcess.log.getByRole('listitem')).toHaveCount(0);
  }
  await expect(runProcess.variables).toHaveAttribute('aria-invalid', /.*/);
  expect(await violationsOn(page)).toEqual([]);
});

test('by keyboard alone: open, run, hear the end, and come back', async ({ modeler, page, demo }) => {
  const { runProcess } = modeler;
  await tabTo(page, 'Run process', 'button');
  await page.keyboard.press('Enter');
  await expect(runProcess.panel).toBeVisible();
  await tabTo(page, 'Run', 'button');
  await page.keyboard.press('Enter');
  await expect(runProcess.status).toHaveText('Ended');
  await expect(runProcess.log).toHaveAttribute('aria-live', 'polite');
  expect(demo.bus.records()).toHaveLength(1);
  expect(await violationsOn(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(runProcess.panel).toBeHidden();
  await expect(runProcess.button).toBeFocused();
});
