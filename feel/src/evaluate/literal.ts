import { Big } from 'bigdecimal.js';
import type { NumberNode } from '../syntax/node.ts';
import type { FeelNumber } from '../values/number.ts';

const known = new WeakMap<NumberNode, FeelNumber>();

/** The number that a literal is, made once for each. */
export function literal(node: NumberNode): FeelNumber {
  const value = known.get(node) ?? Big(node.digits);
  known.set(node, value);
  return value;
}
