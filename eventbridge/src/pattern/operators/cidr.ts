import { leafMatcher, PatternProblem, show, type LeafTest, type Matcher, type Operator } from '../matcher.ts';

/** An address within a block, such as `10.0.0.0/24` or `2001:db8::/32`. AWS takes no block of a single address. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-ip-matching
export const cidr: Operator = {
  name: 'cidr',
  parse(argument) {
    const text = argument.kind === 'string' ? argument.text : '';
    const [, address = '', bits = ''] = /^([^/]*)\/([+-]?[0-9]+)\/*$/.exec(text) ?? [];
    const block = parseIpAddress(address);
    const fixedBits = Number(bits);
    if (!block || bits === '' || fixedBits < 0 || fixedBits >= block.length * 8) {
      return new PatternProblem(
        `Malformed CIDR, or mask bits of a single address: found ${show(argument)}. Write a block such as "10.0.0.0/24" or "2001:db8::/32"; a single address stands by itself, as "10.0.0.1".`,
      );
    }
    const masks = block.map((_, index) => 0xff >> Math.min(8, Math.max(0, fixedBits - index * 8)));
    const bottom = block.map((byte, index) => byte & ~(masks[index] ?? 0));
    const top = block.map((byte, index) => byte | (masks[index] ?? 0));
    return leafMatcher(isBetween(hex(bottom), hex(top)));
  },
};

/** The matcher of text that is an address, in whatever way an event writes the same; undefined for other text. */
export function addressMatcher(text: string): Matcher | undefined {
  const address = parseIpAddress(text);
  return address && leafMatcher(isBetween(hex(address), hex(address)));
}

/**
 * AWS's matcher compares the digits one by one and does not ask for the family: of a longer address (IPv6 where the
 * block is IPv4) the first digits count, a shorter one must lie inside before its digits end.
 */
// https://github.com/aws/event-ruler (ByteMachine, Range; seen with 2.1.0)
function isBetween(bottom: string, top: string): LeafTest {
  return ({ raw }) => {
    const address = raw.startsWith('"') ? parseIpAddress(raw.slice(1, -1)) : undefined;
    if (!address) return false;
    const digits = hex(address).slice(0, bottom.length);
    if (digits.length === bottom.length) return bottom <= digits && digits <= top;
    return bottom.slice(0, digits.length) < digits && digits < top.slice(0, digits.length);
  };
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

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
