/** Makes the README's animated picture of the demo: `node scripts/run.js animation`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { animatedWebp } from './animated-webp.ts';
import { withDemoPage } from './demo-page.ts';
import { FrameRecorder } from './frame-recorder.ts';

const SIZE = { width: 1280, height: 720 };
const FILE = join('docs', 'pictures', 'demo.webp');

/** A movement of the pointer, in steps of so many milliseconds. */
const STEPS = 6;
const STEP_MS = 50;

await withDemoPage(
  async (page) => {
    const recorder = new FrameRecorder(page, await page.context().newPage());
    const hand = await Hand.show(page, recorder);
    await recorder.take(1_200);

    await hand.click(page.locator('.djs-element[data-element-id="PublishOrderEvent"]'));
    await recorder.take(900);
    await hand.click(page.getByRole('banner').getByRole('button', { name: 'Test send' }));
    const panel = page.getByRole('region', { name: 'Test send', exact: true });
    await panel.waitFor();
    await recorder.take(1_400);
    await hand.click(panel.getByRole('button', { name: 'Send', exact: true }));
    await panel.locator('[data-run="done"]').waitFor();
    const event = page.locator('#event-list > li').first();
    await event.waitFor();
    await recorder.take(2_000);
    await hand.click(event.locator('summary'));
    await recorder.take(2_200);

    const properties = page.getByRole('region', { name: 'Properties' });
    const region = properties.getByRole('textbox', { name: 'Region', exact: true });
    await region.scrollIntoViewIfNeeded();
    await recorder.take(600);
    await hand.click(region);
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('7');
    await properties.locator('.bjse-field-issue').first().waitFor();
    await recorder.take(2_600);
    await hand.click(properties.locator('.bjse-fix').first());
    await properties.locator('.bjse-field-issue').first().waitFor({ state: 'detached' });
    await recorder.take(1_800);

    const file = animatedWebp(SIZE.width, SIZE.height, recorder.frames);
    writeFileSync(join(root, FILE), file);
    say(`${FILE}: ${recorder.frames.length} frames, ${Math.round(file.length / 1000)} kB`);
  },
  SIZE,
  {},
  1,
);

/** The pointer, drawn into the page: a screenshot has none. */
class Hand {
  readonly #page: Page;
  readonly #recorder: FrameRecorder;
  #at = { x: SIZE.width / 2, y: SIZE.height * 0.7 };

  private constructor(page: Page, recorder: FrameRecorder) {
    this.#page = page;
    this.#recorder = recorder;
  }

  static async show(page: Page, recorder: FrameRecorder): Promise<Hand> {
    await page.evaluate(() => {
      const hand = document.createElement('div');
      hand.id = 'pointer';
      hand.innerHTML =
        '<svg width="22" height="22" viewBox="0 0 22 22"><path d="M3 2v15l4-3.6 2.6 6 3-1.3-2.6-5.8H15z" fill="#111" stroke="#fff" stroke-width="1.4"/></svg>';
      hand.style.cssText = 'position:fixed;left:-3px;top:-2px;z-index:9999;pointer-events:none';
      document.body.append(hand);
    });
    const made = new Hand(page, recorder);
    await made.#place(made.#at);
    return made;
  }

  async click(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error(`${target.toString()} is not on the page.`);
    const from = this.#at;
    const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (let step = 1; step <= STEPS; step++) {
      // slower at both ends, as a hand is
      const part = (1 - Math.cos((Math.PI * step) / STEPS)) / 2;
      await this.#place({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      await this.#recorder.take(STEP_MS);
    }
    await this.#recorder.take(250);
    await target.click();
  }

  async #place(at: { readonly x: number; readonly y: number }): Promise<void> {
    this.#at = at;
    await this.#page.evaluate(({ x, y }) => {
      const hand = document.getElementById('pointer');
      if (hand) hand.style.translate = `${x}px ${y}px`;
    }, at);
  }
}
