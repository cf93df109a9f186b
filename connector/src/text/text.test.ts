import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { cutText, utf8ByteLength, utf8Bytes, utf8Text } from './utf8.ts';

const anyText = fc.string({ unit: 'binary' });

describe('UTF-8', () => {
  it('encodes any text as the platform does, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('\uD83D', 'a\uDE00b', '😀é€')), (text) => {
        expect(utf8Bytes(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
        expect(utf8ByteLength(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  it('decodes what it encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Text(utf8Bytes(text))).toBe(text);
      }),
    );
  });

  it('decodes malformed bytes to replacement characters and keeps the rest', () => {
    expect(utf8Text(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\uFFFDb');
    expect(utf8Text(Uint8Array.of(0xc0, 0x80))).toBe('\uFFFD\uFFFD');
    expect(utf8Text(Uint8Array.of(0xed, 0xa0, 0x80))).toContain('\uFFFD');
  });

  it('cuts a text before a character that would be split', () => {
    expect(cutText('ab😀', 3)).toBe('ab');
    expect(cutText('ab😀', 4)).toBe('ab😀');
    expect(cutText('abc', 2)).toBe('ab');
  });
});

describe('base64', () => {
  it('encodes and decodes any bytes as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['a', 'a===', 'ab=c', 'a b=', 'é===', '===='])('finds that %j is none', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});
