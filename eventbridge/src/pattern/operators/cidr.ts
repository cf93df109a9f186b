import { PatternProblem, show, type Operator } from '../matcher.ts';
import { parseIpAddress } from './ip-address.ts';

/** An address within a block, such as `10.0.0.0/24` or `2001:db8::/32`. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-ip-matching
export const cidr: Operator = {
  name: 'cidr',
  parse(argument) {
    const [, address = '', bits = ''] =
      /^([^/]+)\/([0-9]{1,3})$/.exec(typeof argument === 'string' ? argument : '') ?? [];
    const block = parseIpAddress(address);
    const prefixBits = Number(bits);
    if (!block || bits === '' || prefixBits > block.length * 8) {
      return new PatternProblem(
        `"cidr" takes a block such as "10.0.0.0/24" or "2001:db8::/32": found ${show(argument)}.`,
      );
    }
    return (leaf) => typeof leaf === 'string' && isWithin(parseIpAddress(leaf), block, prefixBits);
  },
};

function isWithin(address: readonly number[] | undefined, block: readonly number[], bits: number): boolean {
  if (address?.length !== block.length) return false;
  return block.every((byte, index) => {
    const counted = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - counted)) & 0xff;
    return ((byte ^ (address[index] ?? 0)) & mask) === 0;
  });
}
