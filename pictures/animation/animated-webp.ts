/**
 * Puts WebP pictures into one animated WebP file.
 * https://developers.google.com/speed/webp/docs/riff_container
 */

export interface Frame {
  /** A still WebP file, of the part of the picture that this frame changes. */
  readonly webp: Uint8Array;
  /** Where that part is; even numbers, for the format counts in pairs of pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
}

/** Frames after the first one lie over what was there before; the animation repeats for ever. */
export function animatedWebp(width: number, height: number, frames: readonly Frame[]): Uint8Array {
  const body = concat(
    text('WEBP'),
    chunk('VP8X', concat(bytes(IS_ANIMATED, 1), bytes(0, 3), bytes(width - 1, 3), bytes(height - 1, 3))),
    chunk('ANIM', concat(bytes(WHITE, 4), bytes(0, 2))),
    ...frames.map((frame) => chunk('ANMF', frameBody(frame))),
  );
  return concat(text('RIFF'), bytes(body.length, 4), body);
}

const IS_ANIMATED = 0b10;
const DOES_NOT_BLEND = 0b10;
const WHITE = 0xffffffff;

/** Chunks of a still file that are the picture itself. */
const PICTURE_CHUNKS = new Set(['ALPH', 'VP8 ', 'VP8L']);

function frameBody({ webp, x, y, width, height, durationMs }: Frame): Uint8Array {
  return concat(
    bytes(x / 2, 3),
    bytes(y / 2, 3),
    bytes(width - 1, 3),
    bytes(height - 1, 3),
    bytes(durationMs, 3),
    bytes(DOES_NOT_BLEND, 1),
    ...pictureChunks(webp),
  );
}

/** A still file is a head of twelve bytes and chunks, each of a name, a size and its bytes. */
function pictureChunks(webp: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  const found: Uint8Array[] = [];
  for (let at = 12; at + 8 <= webp.length;) {
    const name = String.fromCharCode(...webp.subarray(at, at + 4));
    const end = at + 8 + padded(view.getUint32(at + 4, true));
    if (PICTURE_CHUNKS.has(name)) found.push(webp.subarray(at, end));
    at = end;
  }
  if (found.length === 0) throw new Error('A frame is no WebP picture: found none of its chunks.');
  return found;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  return concat(text(name), bytes(body.length, 4), body, new Uint8Array(padded(body.length) - body.length));
}

/** Chunks end at even places. */
function padded(length: number): number {
  return length + (length % 2);
}

function text(name: string): Uint8Array {
  return new TextEncoder().encode(name);
}

/** A number, its lowest byte first. */
function bytes(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
