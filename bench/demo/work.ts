import type { Page } from 'playwright';

/** Time of what a user does in the demo, in milliseconds. */
export interface WorkTimes {
  /** From *Send* until the event stands in the list; the first one of a page beside the later ones. */
  readonly firstSendMs: number;
  readonly sendMs: readonly number[];
  /** From a key until the message about the field stands below it. */
  readonly messageMs: readonly number[];
}

declare global {
  interface Window {
    messageShown?: Promise<number>;
  }
}

const TIMES = 10;

/** Sends and types in an open demo. */
export async function measureWork(page: Page): Promise<WorkTimes> {
  await page.locator('.djs-element[data-element-id="PublishOrderEvent"]').click();
  await page.locator('#test-send').click();
  const panel = page.getByRole('region', { name: 'Test send', exact: true });
  const send = panel.getByRole('button', { name: 'Send', exact: true });
  const sendMs: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    await send.waitFor();
    sendMs.push(await send.evaluate(clickUntilArrived));
    await panel.locator('[data-run="done"]').waitFor();
  }
  const region = page.getByRole('region', { name: 'Properties' }).getByRole('textbox', { name: 'Region', exact: true });
  const messageMs: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await region.fill('eu-central-1');
    await page.locator('.bjse-field-issue').waitFor({ state: 'detached' });
    await region.press('End');
    await region.evaluate(listenForMessage);
    await page.keyboard.press('7');
    messageMs.push(await page.evaluate(() => window.messageShown ?? NaN));
  }
  await region.fill('eu-central-1');
  const [firstSendMs = NaN, ...later] = sendMs;
  return { firstSendMs, sendMs: later, messageMs };
}

/** Runs in the page. */
function clickUntilArrived(button: Element): Promise<number> {
  return new Promise((resolve) => {
    const list = document.getElementById('event-list');
    const begin = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - begin);
    });
    if (list) observer.observe(list, { childList: true });
    (button as HTMLElement).click();
  });
}

/** Runs in the page: leaves the time that a message takes, from the next key on. */
function listenForMessage(field: Element): void {
  window.messageShown = new Promise((resolve) => {
    let begin = NaN;
    field.addEventListener('keydown', ({ timeStamp }) => (begin = timeStamp), { once: true });
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.properties .bjse-field-issue')) return;
      observer.disconnect();
      resolve(performance.now() - begin);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
