import { violationsOn } from './fixtures/axe.ts';
import { withForeignService } from './fixtures/foreign-service.ts';
import { expect, test } from './fixtures/test.ts';

test('an event for anything but the local bus is asked about first, with account, region and bus', async ({
  modeler,
  page,
}) => {
  const foreign = await withForeignService(page);
  try {
    await modeler.select('PublishOrderEvent');
    await modeler.properties.openGroup('Advanced');
    await modeler.properties.fill('Endpoint', foreign.url);
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
    expect(foreign.bus.records(), 'nothing goes before the answer').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    expect(foreign.bus.records()).toEqual([]);

    await send.click();
    await question.getByRole('button', { name: 'Send to AWS' }).click();
    await expect(testSend.headline).toHaveText('The event bus accepted the event.');
    expect(foreign.bus.records()).toHaveLength(1);
  } finally {
    await foreign.close();
  }
});
