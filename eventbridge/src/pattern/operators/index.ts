import { leafMatcher, PatternProblem, type Operator } from '../matcher.ts';
import { anythingBut } from './anything-but.ts';
import { cidr } from './cidr.ts';
import { equalsIgnoreCase, exactly, prefix, suffix, type TextOperator } from './text-operators.ts';
import { exists } from './exists.ts';
import { numeric } from './numeric.ts';
import { wildcard } from './wildcard.ts';

/** A test of text as a match type of its own. */
function ofText(operator: TextOperator): Operator {
  return {
    name: operator.name,
    parse(argument) {
      const test = operator.test(argument);
      return test instanceof PatternProblem ? test : leafMatcher(({ raw }) => test(raw));
    },
  };
}

const wildcardOperator: Operator = {
  name: wildcard.name,
  parse(argument) {
    const matcher = ofText(wildcard).parse(argument);
    return argument.kind === 'string' && !(matcher instanceof PatternProblem)
      ? { ...matcher, wildcards: [argument.text] }
      : matcher;
  },
};

/** Every match type that stands in an object of its own; exact values stand as they are. */
export const OPERATORS: readonly Operator[] = [
  ofText(prefix),
  ofText(suffix),
  ofText(equalsIgnoreCase),
  wildcardOperator,
  anythingBut,
  numeric,
  cidr,
  exists,
  ofText(exactly),
];
