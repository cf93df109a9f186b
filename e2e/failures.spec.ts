import { expect, test } from './fixtures/test.ts';

test.beforeEach(async ({ modeler, demo }) => {
  demo.bus.clearFaults();
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
});

test.afterAll(({ demo }) => demo.bus.clearFaults());

test('a wrong secret key shows the error that AWS gives, by its name', async ({ modeler, demo }) => {
  await modeler.properties.fill('Secret key', 'not-the-key-of-this-bus');
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('The event was not accepted: InvalidSignatureException');
  await expect(modeler.testSend.problems.getByText('InvalidSignatureException', { exact: true })).toBeVisible();
  await expect(modeler.testSend.problems).toContainText('Take access key and secret key from one pair');
  await expect(modeler.testSend.section('What the process gets')).toContainText('The job fails');
  await expect(modeler.testSend.panel, 'a key that was typed in').not.toContainText('not-the-key-of-this-bus');
  expect(demo.bus.events()).toEqual([]);
});

test('a wrong value names its field, what was found and the rule, and leads to the field', async ({
  modeler,
  demo,
}) => {
  await modeler.properties.fill('Source', 'aws.orders');
  await modeler.testSend.preview();

  await expect(modeler.testSend.headline).toHaveText(/^Stops at (Input|Checks): nothing would be sent\.$/);
  const problem = modeler.testSend.problems.getByRole('listitem');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText(/^\s*Source/);
  await expect(problem).toContainText('aws.orders');
  await expect(problem).toHaveAttribute('data-rule', /./);

  await test.step('follow the link, from another selection', async () => {
    await modeler.select('CalculateTotal');
    await expect(modeler.properties.field('Source')).toBeHidden();
    await problem.getByRole('button', { name: /Source/ }).click();
    await expect(modeler.properties.field('Source')).toBeFocused();
  });
  expect(demo.bus.records()).toEqual([]);
});

test('an expression that cannot be evaluated is told with its field', async ({ modeler, demo }) => {
  await modeler.properties.fillFeel('Event payload', '{ orderId: order.id');
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('Input mapping failed. Nothing was sent.');
  await expect(modeler.testSend.problems).toContainText('Event payload');
  await expect(modeler.testSend.field('input.detail')).toContainText('Failed');
  await expect(modeler.testSend.section('What the process gets')).toContainText('incident');
  expect(demo.bus.records()).toEqual([]);
});

test('a missing secret is told by its name', async ({ modeler }) => {
  await modeler.properties.fill('Access key', '{{secrets.NO_SUCH_SECRET}}');
  await modeler.testSend.preview();

  await expect(modeler.testSend.headline).toHaveText('Stops at Secrets: nothing would be sent.');
  await expect(modeler.testSend.problems).toContainText('NO_SUCH_SECRET');
});

test('an entry that the bus rejects is no success, and a matching error expression throws', async ({
  modeler,
  demo,
}) => {
  demo.bus.addFault({ kind: 'entry', code: 'NotAuthorizedForSourceException' });
  await modeler.testSend.send();

  await expect(modeler.testSend.headline).toHaveText('The event was not accepted: NotAuthorizedForSourceException');
  await expect(modeler.testSend.section('What the process gets')).toContainText('throws BPMN error EVENT_REJECTED');
  await expect(modeler.events.first()).toContainText('Rejected: NotAuthorizedForSourceException');
  await modeler.events.first().locator('summary').click();
  await expect(modeler.events.first().getByRole('button', { name: 'Sent by Publish order event' })).toBeVisible();
});

test('a run that hangs is shown and can be cancelled', async ({ modeler, demo }) => {
  demo.bus.addFault({ kind: 'hang' });
  const { panel, result, headline } = modeler.testSend;
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(headline).toHaveText('Sending…');
  await panel.getByRole('button', { name: 'Cancel' }).click();

  await expect(headline).toHaveText('Cancelled. The event may have been sent already.');
  await expect(result).toHaveAttribute('data-run', 'cancelled');
  await expect(panel.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
});

test('sample variables that are no JSON object are refused with what to write', async ({ modeler }) => {
  const { panel, variables } = modeler.testSend;
  await variables.click();
  await modeler.page.keyboard.press('ControlOrMeta+A');
  await modeler.page.keyboard.insertText('[1, 2]');

  await expect(panel.getByRole('alert')).toContainText('must be a JSON object');
  await expect(panel.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
});
