import type { Page } from 'playwright';
import type { Frame } from './animated-webp.ts';

/** Quality of the pictures, 0 to 1. */
const QUALITY = 0.86;

/** Takes the frames of an animation: of each picture only the part that differs from the one before. */
export class FrameRecorder {
  readonly #page: Page;
  /** Another page, which encodes. */
  readonly #studio: Page;
  readonly #frames: Frame[] = [];

  constructor(page: Page, studio: Page) {
    this.#page = page;
    this.#studio = studio;
  }

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  /** Takes what the page shows, for so long; where nothing has changed, the last frame stays longer. */
  async take(durationMs: number): Promise<void> {
    const png = await this.#page.screenshot({ caret: 'hide' });
    const part = await this.#studio.evaluate(encodeChange, { png: png.toString('base64'), quality: QUALITY });
    if (part) {
      const { webp, ...place } = part;
      this.#frames.push({ ...place, webp: new Uint8Array(Buffer.from(webp, 'base64')), durationMs });
      return;
    }
    const last = this.#frames.pop();
    if (last) this.#frames.push({ ...last, durationMs: last.durationMs + durationMs });
  }
}

interface Part {
  readonly webp: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the studio, which keeps the last picture. */
async function encodeChange({ png, quality }: { png: string; quality: number }): Promise<Part | undefined> {
  const kept = window as unknown as { last?: Uint8ClampedArray }; // the page is ours alone
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no canvas.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const { last } = kept;
  kept.last = data;
  let [left, top, right, bottom] = last ? [width, height, -1, -1] : [0, 0, width - 1, height - 1];
  for (let at = 0; last && at < data.length; at += 4) {
    if (data[at] === last[at] && data[at + 1] === last[at + 1] && data[at + 2] === last[at + 2]) continue;
    const x = (at / 4) % width;
    const y = Math.floor(at / 4 / width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < left) return undefined;
  const [x, y] = [left - (left % 2), top - (top % 2)];
  const part = new OffscreenCanvas(right - x + 1, bottom - y + 1);
  part.getContext('2d')?.drawImage(canvas, -x, -y);
  const bytes = new Uint8Array(await (await part.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { webp: btoa(text), x, y, width: part.width, height: part.height };
}
