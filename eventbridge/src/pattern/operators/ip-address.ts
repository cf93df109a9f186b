/** Bytes of an IP address, 4 or 16; undefined for text that is none. Leading zeros are decimal, as AWS's matcher reads them. */
export function parseIpAddress(text: string): number[] | undefined {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

/** Longest IPv4 address as text. */
const MAX_V4_CHARS = 15;

function parseV4(text: string): number[] | undefined {
  const parts = text.split('.');
  if (text.length > MAX_V4_CHARS || parts.length !== 4) return undefined;
  if (!parts.every((part) => /^[0-9]+$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.map(Number);
}

/** Sixteen bytes, or the four of an IPv4 address that is mapped into IPv6 (`::ffff:a00:1`). */
// https://www.rfc-editor.org/rfc/rfc4291#section-2.2
function parseV6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 2 : missing !== 0) return undefined;
  const bytes = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return isMapped ? bytes.slice(12) : bytes;
}

/** Two bytes of each group. */
function groups(text: string): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  for (const part of text.split(':')) {
    const value = /^[0-9a-fA-F]+$/.test(part) ? Number.parseInt(part, 16) : Number.NaN;
    if (!(value <= 0xffff)) return undefined;
    bytes.push(value >> 8, value & 0xff);
  }
  return bytes;
}
