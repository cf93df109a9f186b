// Lead byte of a sequence by the number of bytes after it: https://www.rfc-editor.org/rfc/rfc3629#section-3
const LEADS = [0x00, 0xc0, 0xe0, 0xf0] as const;

/** The UTF-8 bytes of a text. A lone surrogate becomes U+FFFD, as in every encoder of the platform. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8ByteLength(text));
  let at = 0;
  for (const character of text) {
    const point = scalarValue(character);
    if (point < 0x80) bytes[at++] = point;
    else {
      const tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes[at++] = LEADS[tail] | (point >> (6 * tail));
      for (let shift = tail - 1; shift >= 0; shift--) bytes[at++] = 0x80 | ((point >> (6 * shift)) & 0x3f);
    }
  }
  return bytes;
}

/** How many bytes a text takes in UTF-8. */
export function utf8ByteLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
      length += 4;
      index++;
    } else length += 3;
  }
  return length;
}

/** The text that UTF-8 bytes spell; each malformed sequence becomes U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const tail =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    let point = tail <= 0 ? lead : lead & (0x3f >> tail);
    let read = 1;
    while (read <= tail && ((bytes[at + read] ?? 0) & 0xc0) === 0x80)
      point = (point << 6) | ((bytes[at + read++] ?? 0) & 0x3f);
    const smallest = [0, 0x80, 0x800, 0x10000][tail] ?? 0;
    const valid =
      tail >= 0 && read === tail + 1 && point >= smallest && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    text += valid ? String.fromCodePoint(point) : '\uFFFD';
    at += valid ? read : 1;
  }
  return text;
}

/** A text cut to at most so many UTF-16 units, never through the middle of a character. */
export function cutText(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(maxUnits - 1)) ? maxUnits - 1 : maxUnits);
}

function scalarValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
