import { expect, test } from './fixtures/test.ts';

test('the payload is written as FEEL and as JSON, edited with its variables offered, and each step is undone by one', async ({
  modeler,
  page,
}) => {
  const { testSend } = modeler;
  await modeler.select('PublishOrderEvent');
  await testSend.open();
  await testSend.panel.getByRole('button', { name: 'Payload', exact: true }).click();
  const payload = testSend.panel.getByRole('textbox', { name: 'Payload' });
  await expect(payload).toContainText('orderId: order.id');
  const rewrite = async (text: string): Promise<void> => {
    await payload.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  };

  await test.step('an expression with variables cannot become JSON, and it says why', async () => {
    await testSend.panel.getByRole('button', { name: 'Write as JSON' }).click();
    await expect(testSend.panel.getByRole('alert').filter({ hasText: 'The payload reads order, total' })).toBeVisible();
  });

  await test.step('what is typed stands in the diagram and in the preview', async () => {
    await rewrite('{ "size": 3 }');
    await expect(testSend.section('Event entry')).toContainText('"size": 3');
    await expect(testSend.panel).toContainText('JSON, as static text');
  });

  await test.step('as FEEL, and back by one undo', async () => {
    await testSend.panel.getByRole('button', { name: 'Write as FEEL' }).click();
    await expect(payload).toHaveText('={ "size": 3 }');
    await expect(testSend.section('Event entry')).toContainText('"size": 3');
    await modeler.undo();
    await expect(payload).toHaveText('{ "size": 3 }');
    await modeler.undo();
    await expect(payload).toContainText('orderId: order.id');
  });

  await test.step('variables and their members are offered', async () => {
    await rewrite('={ id: order.');
    await page.keyboard.press('Control+Space');
    const offered = page.locator('.cm-tooltip-autocomplete');
    await expect(offered).toContainText('customer');
    await page.keyboard.press('Escape');
    await expect(testSend.panel).toBeVisible();
  });

  await test.step('a mistake is shown at its place', async () => {
    await expect(
      payload.locator('.cm-lintRange-error').or(payload.locator('.cm-lintPoint-error')).first(),
    ).toBeAttached();
  });
});
