import type { Json } from '@eventbridge-kit/issue';
import { PatternProblem, show, type Leaf, type Matcher } from '../matcher.ts';

/** The value itself: text to the letter, numbers by value, true, false and null. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
export function parseExact(value: Json): Matcher | PatternProblem {
  if (!isLeaf(value))
    return new PatternProblem(
      `A match value must be text, a number, true, false, null or a match type: found ${show(value)}.`,
    );
  return (leaf) => leaf === value;
}

export function isLeaf(value: Json): value is Leaf {
  return value === null || typeof value !== 'object';
}
