import { startTestSendService } from 'camunda-eventbridge-worker';
import { createLocalBus, DEFAULT_ACCESS_KEY } from 'eventbridge-local-bus';
import { violationsOn } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

test('an event for anything but the local bus is asked about first, with account, region and bus', async ({
  modeler,
  page,
}) => {
  // a second bus plays the account that the event would go to
  const foreign = createLocalBus({ buses: ['default'] });
  const { url } = await foreign.start();
  const service = await startTestSendService({
    port: 0,
    stsEndpoint: url,
    secrets: { AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId, AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey },
    policy: { allowEndpoint: () => true, allowRole: () => false },
  });
  try {
    await page.route('**/api/test-send', async (route) => {
      const answer = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}` },
        body: route.request().postData() ?? '',
      });
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() });
    });
    await modeler.select('PublishOrderEvent');
    await modeler.properties.openGroup('Advanced');
    await modeler.properties.fill('Endpoint', url);
    const { testSend } = modeler;
    await testSend.open();
    await expect(testSend.section('Event entry')).toContainText('"A-1042"');
    const send = testSend.panel.getByRole('button', { name: 'Send', exact: true });
    const question = testSend.panel.getByRole('alertdialog', { name: /Send this event to AWS/ });

    await send.click();
    await expect(question).toContainText('123456789012');
    await expect(question).toContainText('eu-central-1');
    await expect(question).toContainText('default');
    await expect(question.getByRole('button', { name: 'Do not send' })).toBeFocused();
    expect(await violationsOn(page)).toEqual([]);
    expect(foreign.records(), 'nothing goes before the answer').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    expect(foreign.records()).toEqual([]);

    await send.click();
    await question.getByRole('button', { name: 'Send to AWS' }).click();
    await expect(testSend.headline).toHaveText('The event bus accepted the event.');
    expect(foreign.records()).toHaveLength(1);
  } finally {
    await service.stop();
    await foreign.close();
  }
});
