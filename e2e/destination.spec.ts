import { startDemo } from '@eventbridge-kit/demo';
import { Modeler } from './fixtures/modeler.ts';
import { expect, test } from './fixtures/test.ts';

test('events to AWS: the page and the panel say so before anything is sent', async ({ page }) => {
  const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-key' };
  const demo = await startDemo({ port: 0, aws: true, env });
  try {
    await page.goto(demo.url);
    await expect(page.getByRole('note')).toContainText('Events go to a real AWS account');
    await expect(page.getByRole('complementary')).toBeHidden();

    const modeler = new Modeler(page);
    await modeler.select('PublishOrderEvent');
    await modeler.testSend.open();
    await modeler.testSend.preview();
    await expect(modeler.testSend.headline).toHaveText('The event can be sent.');
    await expect(modeler.testSend.panel).toContainText('AWS account Amazon EventBridge in eu-central-1');
    await expect(modeler.testSend.panel).not.toContainText('AKIDEXAMPLE');
  } finally {
    await demo.close();
  }
});

test('a diagram cannot lead an event of the local demo elsewhere', async ({ modeler, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.openGroup('Advanced');
  await modeler.properties.fill('Endpoint', 'https://events.eu-central-1.amazonaws.com');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveText('Checks failed. Nothing was sent.');
  await expect(modeler.testSend.problems).toContainText('configuration.endpoint');
  expect(demo.bus.records()).toEqual([]);
});

test('the default credentials chain stands for the key of the local bus', async ({ modeler, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.root
    .getByRole('combobox', { name: 'Authentication' })
    .selectOption('defaultCredentialsChain');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveText('The event bus accepted the event.');
  expect(demo.bus.events()).toHaveLength(1);
});

test('the list of events says when the demo has stopped', async ({ page }) => {
  const demo = await startDemo({ port: 0, env: {} });
  await page.goto(demo.url);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  const modeler = new Modeler(page);
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await demo.close();
  await expect(page.getByText('Disconnected', { exact: true })).toBeVisible();

  await test.step('and test send says that it cannot be reached', async () => {
    await modeler.testSend.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(modeler.testSend.headline).toContainText('The test send service cannot be reached');
  });
});

test('the list of events is emptied', async ({ modeler }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.events).toHaveCount(1);
  await modeler.page.getByRole('button', { name: 'Clear' }).click();
  await expect(modeler.events).toHaveCount(0);
  await modeler.testSend.send();
  await expect(modeler.events).toHaveCount(1);
});
