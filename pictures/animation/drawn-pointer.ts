import type { Locator, Page } from 'playwright';
import type { FrameRecorder } from './frame-recorder.ts';

/** A movement of the pointer, in steps of so many milliseconds. */
const STEPS = 6;
const STEP_MS = 50;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The pointer, drawn into the page: a screenshot has none. */
export class DrawnPointer {
  readonly #page: Page;
  readonly #recorder: FrameRecorder;
  #at: Point;

  private constructor(page: Page, recorder: FrameRecorder, at: Point) {
    this.#page = page;
    this.#recorder = recorder;
    this.#at = at;
  }

  static async show(page: Page, recorder: FrameRecorder, at: Point): Promise<DrawnPointer> {
    await page.evaluate(() => {
      const hand = document.createElement('div');
      hand.id = 'pointer';
      hand.innerHTML =
        '<svg width="22" height="22" viewBox="0 0 22 22"><path d="M3 2v15l4-3.6 2.6 6 3-1.3-2.6-5.8H15z" fill="#111" stroke="#fff" stroke-width="1.4"/></svg>';
      hand.style.cssText = 'position:fixed;left:-3px;top:-2px;z-index:9999;pointer-events:none';
      document.body.append(hand);
    });
    const made = new DrawnPointer(page, recorder, at);
    await made.#place(at);
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

  async #place(at: Point): Promise<void> {
    this.#at = at;
    await this.#page.evaluate(({ x, y }) => {
      const hand = document.getElementById('pointer');
      if (hand) hand.style.translate = `${x}px ${y}px`;
    }, at);
  }
}
