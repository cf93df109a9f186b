import type { ExactJson } from '../../exact-json.ts';
import { leafMatcher, PatternProblem, show, type Matcher, type Operator } from '../matcher.ts';
import { comparableNumber, digitsOf, MAX_OPERAND_DIGITS } from '../comparable-number.ts';

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching (values within +-5 billion)
const LIMIT = 5_000_000_000;

const COMPARISONS = new Map<string, (value: number, bound: number) => boolean>([
  ['=', (value, bound) => value === bound],
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
]);

interface Bound {
  readonly sign: string;
  readonly bound: number;
  test(value: number): boolean;
}

/** A number within one bound or two: `[">", 0]`, `[">", 0, "<=", 5]`. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching
export const numeric: Operator = {
  name: 'numeric',
  parse(argument) {
    if (argument.kind !== 'array' || (argument.items.length !== 2 && argument.items.length !== 4)) {
      return new PatternProblem(
        `Value of numeric must be an array of one or two comparisons, such as [">", 0, "<=", 5]: found ${show(argument)}.`,
      );
    }
    const [sign, value, highSign, highValue] = argument.items;
    const low = readBound(sign, value);
    if (low instanceof PatternProblem) return low;
    if (highSign === undefined) return leafMatcher(({ number }) => number !== undefined && low.test(number));
    const high = readBound(highSign, highValue);
    return high instanceof PatternProblem ? high : rangeOf(low, high, argument);
  },
};

function rangeOf(low: Bound, high: Bound, argument: ExactJson): Matcher | PatternProblem {
  if (!(low.sign.startsWith('>') && high.sign.startsWith('<') && low.bound < high.bound))
    return new PatternProblem(
      `Bad numeric range, bottom must be less than top: found ${show(argument)}. Write ">" or ">=" first, then "<" or "<=".`,
    );
  return leafMatcher(({ number }) => number !== undefined && low.test(number) && high.test(number));
}

function readBound(sign: ExactJson | undefined, value: ExactJson | undefined): Bound | PatternProblem {
  const compare = sign?.kind === 'string' ? COMPARISONS.get(sign.text) : undefined;
  if (sign?.kind !== 'string' || !compare)
    return new PatternProblem(
      `Unrecognized numeric range operator: found ${sign ? show(sign) : 'nothing'}. Write one of "=", "<", "<=", ">", ">=".`,
    );
  if (value?.kind !== 'number')
    return new PatternProblem(`Value of ${sign.text} must be numeric: found ${value ? show(value) : 'nothing'}.`);
  const bound = readOperand(value.text);
  if (bound instanceof PatternProblem) return bound;
  if (Math.abs(bound) > LIMIT)
    return new PatternProblem(`Value of ${sign.text} must be within +-5 billion: found ${value.text}.`);
  return { sign: sign.text, bound, test: (number) => compare(number, bound) };
}

/** The number of an operator's argument; with more digits than a double is sure to hold, it would match its neighbours. */
export function readOperand(text: string): number | PatternProblem {
  const value = digitsOf(text) > MAX_OPERAND_DIGITS ? undefined : comparableNumber(text);
  return (
    value ??
    new PatternProblem(
      `Cannot compare number: found ${text.slice(0, 60)}. Write at most ${MAX_OPERAND_DIGITS} digits, or the number itself without an operator.`,
    )
  );
}
