import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** https://www.w3.org/TR/png-3/#5PNG-file-signature */
const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const KEYWORD = 'Source';

/** Width and height in pixels; undefined where the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const png = Buffer.from(bytes);
  if (png.length < 24 || !png.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** What tells one source of a picture from another. */
export function sourceMarkOf(source: Uint8Array): string {
  return `sha256:${createHash('sha256').update(source).digest('hex')}`;
}

/** The picture with a text inside that names what it was drawn from: https://www.w3.org/TR/png-3/#11tEXt */
export function withSourceMark(png: Uint8Array, source: Uint8Array): Uint8Array {
  const data = Buffer.from(`tEXt${KEYWORD}\0${sourceMarkOf(source)}`, 'latin1');
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data));
  // behind the header, which is 25 bytes long
  const headEnd = SIGNATURE.length + 25;
  return Buffer.concat([png.subarray(0, headEnd), frame, data, sum, png.subarray(headEnd)]);
}

/** What a picture says that it was drawn from. */
export function readSourceMark(png: Uint8Array): string | undefined {
  const text = Buffer.from(png).toString('latin1');
  return new RegExp(String.raw`tEXt${KEYWORD}\0(sha256:[0-9a-f]{64})`).exec(text)?.[1];
}
