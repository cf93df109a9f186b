import { expect, test } from './fixtures/test.ts';

const TEXT = 'the quick brown fox';

/** Milliseconds between keys, from a fast typist's burst to a slow machine's pace. */
const PACES_MS = [2, 5, 10, 20, 33];

test('sample variables keep every letter, at whatever pace they are typed', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  const session = await page.context().newCDPSession(page);
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    for (const delay of PACES_MS) {
      await modeler.testSend.variables.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(TEXT, { delay });
      await expect(modeler.testSend.variables).toHaveText(TEXT);
    }
  }
  await expect(modeler.testSend.panel.getByRole('alert')).toContainText('The sample variables are no JSON');
  await modeler.testSend.panel.getByRole('button', { name: 'Reset' }).click();
  await expect(modeler.testSend.variables).toContainText('"order"');
});

test('variables of a process keep every letter too, and Reset brings the example data back', async ({
  modeler,
  page,
}) => {
  // The panel needs no engine until a process is run. The page's own scripts run once the document is interactive.
  await page.addInitScript(() => {
    const addEngine = (): void => {
      const config = document.querySelector('#demo-config');
      if (config) config.textContent = config.textContent.replace('{', '{"engine":"engine",');
    };
    document.addEventListener('readystatechange', addEngine, { once: true });
  });
  await page.reload();
  await page.locator('body[data-ready]').waitFor();
  const { runProcess } = modeler;
  await runProcess.open();
  await expect(runProcess.variables).toContainText('"A-1042"');
  const session = await page.context().newCDPSession(page);
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    for (const delay of PACES_MS) {
      await runProcess.setVariables(' ');
      await page.keyboard.type(TEXT, { delay });
      await expect(runProcess.variables).toHaveText(TEXT);
    }
  }
  await expect(runProcess.panel.getByRole('alert')).toContainText('The variables are no JSON object');
  await expect(runProcess.variables).toHaveAttribute('aria-invalid', 'true');
  await runProcess.panel.getByRole('button', { name: 'Reset' }).click();
  await expect(runProcess.variables).toContainText('"A-1042"');
  await expect(runProcess.variables).not.toHaveAttribute('aria-invalid', /.*/);
});

test('a variable that is missing is told at the field, in amber', async ({ modeler }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Source', 'com.example');
  await modeler.testSend.open();
  await modeler.testSend.setVariables({});
  await modeler.testSend.preview();
  const field = modeler.testSend.field('input.detail');
  await expect(field).toHaveAttribute('data-status', 'warning');
  await expect(field).toContainText('Null because the sample variables lack order, total.');
  await expect(modeler.testSend.headline).toHaveText(/Sample variables are missing: see the fields\.$/);
  await expect(modeler.testSend.headline).toHaveClass(/bjse-headline-warning/);
});

test('an event for a bus that is not there is told as lost, with what to do', async ({ modeler, demo }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Event bus name', 'no-such-bus');
  await modeler.testSend.open();
  await modeler.testSend.send();
  await expect(modeler.testSend.headline).toHaveClass(/bjse-headline-failed/);
  await expect(modeler.testSend.problems).toContainText('would accept the event and lose it');
  await expect(modeler.testSend.problems).toContainText('create the bus');
  expect(demo.bus.records()).toEqual([]);
});
