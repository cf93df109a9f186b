import { PatternProblem, type Operator } from '../matcher.ts';
import { anythingBut } from './anything-but.ts';
import { cidr } from './cidr.ts';
import { equalsIgnoreCase } from './equals-ignore-case.ts';
import { exists } from './exists.ts';
import { numeric } from './numeric.ts';
import { prefix } from './prefix.ts';
import { suffix } from './suffix.ts';
import type { TextOperator } from './text-test.ts';
import { wildcard } from './wildcard.ts';

/** A test of text as a match type of its own. */
function ofText(operator: TextOperator): Operator {
  return {
    name: operator.name,
    parse(argument) {
      const matches = operator.test(argument);
      return matches instanceof PatternProblem ? matches : (leaf) => typeof leaf === 'string' && matches(leaf);
    },
  };
}

/** Every match type that stands in an object of its own; exact values stand as they are. */
export const OPERATORS: readonly Operator[] = [
  ofText(prefix),
  ofText(suffix),
  ofText(equalsIgnoreCase),
  ofText(wildcard),
  anythingBut,
  numeric,
  cidr,
  exists,
];
