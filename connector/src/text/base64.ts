// RFC 4648, section 4: https://www.rfc-editor.org/rfc/rfc4648#section-4
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of some bytes, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const symbols = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 0x3f)).join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    text += symbols.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
}

/** The bytes that base64 text spells; undefined when it is none. Padding may be left out. */
export function fromBase64(text: string): Uint8Array | undefined {
  const symbols = text.replace(/={1,2}$/, '');
  if (symbols.length % 4 === 1 || (text.length !== symbols.length && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((symbols.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const symbol of symbols) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xfffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = (bits >> count) & 0xff;
    }
  }
  return bytes;
}
