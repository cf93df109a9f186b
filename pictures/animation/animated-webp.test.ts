import { describe, expect, it } from 'vitest';
import { animatedWebp } from './animated-webp.ts';

/** A still file with one chunk of picture, and one of something else. */
function still(...picture: readonly number[]): Uint8Array {
  const size = picture.length;
  const pad = size % 2 === 1 ? [0] : [];
  const head = [...Buffer.from('RIFF'), 0, 0, 0, 0, ...Buffer.from('WEBP')];
  return Uint8Array.from([
    ...head,
    ...Buffer.from('ICCP'),
    ...[1, 0, 0, 0, 9, 0],
    ...Buffer.from('VP8 '),
    ...[size, 0, 0, 0, ...picture, ...pad],
  ]);
}

describe('an animated picture', () => {
  const file = Buffer.from(
    animatedWebp(300, 200, [
      { webp: still(1, 2, 3), x: 0, y: 0, width: 300, height: 200, durationMs: 1_000 },
      { webp: still(4, 5), x: 10, y: 256, width: 4, height: 6, durationMs: 70 },
    ]),
  );

  it('says its size, and that of what follows', () => {
    expect(file.toString('latin1', 0, 4)).toBe('RIFF');
    expect(file.readUInt32LE(4)).toBe(file.length - 8);
    expect(file.toString('latin1', 8, 16)).toBe('WEBPVP8X');
    expect([file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1]).toEqual([300, 200]);
  });

  it('has each frame at its place, for its time, without what is no picture', () => {
    const first = file.indexOf('ANMF');
    const second = file.indexOf('ANMF', first + 4);
    const at = (frame: number, from: number, length: number): number => file.readUIntLE(frame + 8 + from, length);
    expect([at(first, 6, 3), at(first, 9, 3), at(first, 12, 3)]).toEqual([299, 199, 1_000]);
    expect([at(second, 0, 3), at(second, 3, 3), at(second, 12, 3)]).toEqual([5, 128, 70]);
    expect(file.toString('latin1', second + 24, second + 28)).toBe('VP8 ');
    expect([...file.subarray(second + 32)]).toEqual([4, 5]);
    expect(file.includes('ICCP')).toBe(false);
  });

  it('is made of pictures alone', () => {
    const letter = { webp: Buffer.from('Dear Ada'), x: 0, y: 0, width: 1, height: 1, durationMs: 1 };
    expect(() => animatedWebp(1, 1, [letter])).toThrow('no WebP picture');
  });
});
