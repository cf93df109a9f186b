/** Draws the pictures of the Marketplace's listing: `node scripts/run.js pictures/marketplace.ts`. */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { withSourceMark } from '../marketplace/src/build/png.ts';
import { withDemoPage } from './demo-page.ts';

/** Half of a screenshot's 2560x1314 pixels: each point is two pixels wide and high. */
const SIZE = { width: 1280, height: 657 };
const PIXELS_PER_POINT = 2;

const FOLDER = join(root, 'marketplace', 'pictures');

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(FOLDER, name), bytes);
  say(`marketplace/pictures/${name}`);
}

async function shoot(page: Page, name: string): Promise<void> {
  // no caret and no half-finished transition in a picture
  write(name, await page.screenshot({ caret: 'hide', animations: 'disabled' }));
}

/** Both logos from the one drawing. */
async function drawLogos(page: Page): Promise<void> {
  const svg = readFileSync(join(FOLDER, 'logo.svg'));
  const drawing = await newDrawing(page);
  for (const side of [512, 230]) {
    const points = side / PIXELS_PER_POINT;
    await drawing.setContent(
      `<style>body { margin: 0; background: transparent } svg { display: block; width: ${points}px; height: ${points}px }</style>${svg.toString()}`,
    );
    const png = await drawing.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: points, height: points } });
    write(`logo-${side}.png`, withSourceMark(png, svg));
  }
  await drawing.close();
}

await withDemoPage(
  async (page) => {
    const properties = page.getByRole('region', { name: 'Properties' });
    const writeField = async (label: string, text: string): Promise<void> => {
      const field = properties.getByRole('textbox', { name: label, exact: true });
      await field.fill(text);
      await field.blur();
    };

    await shootDiagram(page);

    await page.locator('.djs-element[data-element-id="PublishOrderEvent"]').click();
    await page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
    const panel = page.getByRole('region', { name: 'Test send', exact: true });
    await Promise.all([
      page.waitForResponse((response) => response.request().postData()?.includes('"dryRun"') === true),
      panel.getByRole('button', { name: 'Send', exact: true }).click(),
    ]);
    await panel.locator('[data-run="done"]').waitFor();
    await page.locator('#event-list > li').first().locator('summary').click();
    await shoot(page, 'screenshot-test-send.png');
    await panel.press('Escape');

    await writeField('Source', 'aws.orders');
    await writeField('Region', 'eu-central-7');
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Problems/ })
      .click();
    await page.locator('.bjse-problem').nth(1).waitFor();
    await properties.getByRole('textbox', { name: 'Region', exact: true }).scrollIntoViewIfNeeded();
    await shoot(page, 'screenshot-validation.png');

    await drawLogos(page);
  },
  SIZE,
  {},
  PIXELS_PER_POINT,
);

/** The process alone, as the blueprint's thumbnail. */
async function shootDiagram(page: Page): Promise<void> {
  const svg = await page.evaluate(async () => {
    // the demo's modeler as the browser's console sees it
    const { modeler } = window as unknown as { readonly modeler: { saveSVG(): Promise<{ readonly svg: string }> } };
    return (await modeler.saveSVG()).svg;
  });
  const drawing = await newDrawing(page);
  await drawing.setContent(
    `<style>body { margin: 0; background: #fff } svg { box-sizing: border-box; width: 640px; height: 360px; padding: 24px }</style>${svg.slice(svg.indexOf('<svg'))}`,
  );
  write('thumbnail.png', await drawing.screenshot());
  await drawing.close();
}

/** An empty page beside the demo's. */
async function newDrawing(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  return browser.newPage({ viewport: { width: 640, height: 360 }, deviceScaleFactor: PIXELS_PER_POINT });
}
