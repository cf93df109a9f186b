import type { ExactLeaf } from '../../exact-json.ts';
import { comparableNumber } from '../comparable-number.ts';
import { leafMatcher, rawOf, type Matcher } from '../matcher.ts';
import { addressMatcher } from './cidr.ts';

/** The value itself: text to the letter, an IP address however it is written, numbers by value, true, false and null. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
export function exactMatcher(value: ExactLeaf): Matcher {
  const raw = rawOf(value);
  if (value.kind === 'string') return addressMatcher(value.text) ?? leafMatcher((leaf) => leaf.raw === raw);
  const number = value.kind === 'number' ? comparableNumber(value.text) : undefined;
  return leafMatcher((leaf) => leaf.raw === raw || (number !== undefined && leaf.number === number));
}
