/** Takes the pictures of Desktop Modeler's plugin in the stand-in for Modeler's window: `node scripts/run.js pictures/modeler.ts`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { chromium, type Page } from 'playwright';
import { buildStandIn } from '../e2e/stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from '../e2e/stand-in/modeler-app.ts';
import { buildModelerPlugin } from '../packaging/packing/modeler-plugin.ts';

const SIZE = { width: 1440, height: 900 };
const FOLDER = join(root, 'desktop-modeler', 'pictures');
const LABEL = 'EventBridge test send';

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide', animations: 'disabled' });
  say(`desktop-modeler/pictures/${name}.png`);
}

async function openDiagram(page: Page, file: string): Promise<void> {
  await page.evaluate((xml) => window.standInHost.open(xml), readFileSync(join(root, file), 'utf8'));
  await page.evaluate(() => window.standInHost.select('PublishOrderEvent'));
}

mkdirSync(FOLDER, { recursive: true });
const unpacked = unpack((await buildModelerPlugin()).zip);
const app = new ModelerApp(unpacked.resources);
const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments() });
try {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(300_000);
  await app.openWindow(page, await buildStandIn());
  await openDiagram(page, 'lint/examples/broken.bpmn');
  // The example's eight mistakes, and the form that its user task lacks: rules that look around find theirs a moment later.
  await page.getByRole('button', { name: '9 problems' }).waitFor();
  await page.locator('.row[data-rule="eventbridge/region-format"] .row-name').click();
  const message = page.locator('#properties').getByText('Did you mean "eu-central-1"').filter({ visible: true });
  await message.waitFor();
  await message.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await shoot(page, 'problems');
  await openDiagram(page, 'demo/examples/order-to-event.bpmn');
  await page.locator('#properties').getByRole('button', { name: LABEL }).click();
  const panel = page.getByRole('region', { name: LABEL });
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.locator('[data-run="done"]').waitFor();
  await shoot(page, 'test-send');
} finally {
  await browser.close();
  app.quit();
  unpacked.remove();
}
