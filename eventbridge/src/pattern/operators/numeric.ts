import type { Json } from '@eventbridge-kit/issue';
import { PatternProblem, show, type Operator } from '../matcher.ts';

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching (values within +-5 billion)
const LIMIT = 5_000_000_000;

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

interface Bound {
  readonly sign: string;
  readonly bound: number;
  readonly test: (value: number) => boolean;
}

/** A number within one bound or two: `[">", 0]`, `[">", 0, "<=", 5]`. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching
export const numeric: Operator = {
  name: 'numeric',
  parse(argument) {
    const bounds = readBounds(argument);
    if (!bounds) {
      return new PatternProblem(
        `"numeric" takes one or two pairs of a comparison and a number within +-5 billion, such as [">", 0, "<=", 5]: found ${show(argument)}.`,
      );
    }
    const [low, high] = bounds;
    if (high && !(low?.sign.startsWith('>') === true && high.sign.startsWith('<') && low.bound < high.bound)) {
      return new PatternProblem(`A numeric range goes from ">" or ">=" up to "<" or "<=": found ${show(argument)}.`);
    }
    return (leaf) => typeof leaf === 'number' && bounds.every(({ test }) => test(leaf));
  },
};

function readBounds(argument: Json): Bound[] | undefined {
  if (!Array.isArray(argument) || (argument.length !== 2 && argument.length !== 4)) return undefined;
  const bounds: Bound[] = [];
  for (let at = 0; at < argument.length; at += 2) {
    const [sign, bound] = [argument[at], argument[at + 1]];
    const compare = typeof sign === 'string' && Object.hasOwn(COMPARISONS, sign) ? COMPARISONS[sign] : undefined;
    if (typeof sign !== 'string' || !compare || typeof bound !== 'number' || Math.abs(bound) > LIMIT) return undefined;
    bounds.push({ sign, bound, test: (value) => compare(value, bound) });
  }
  return bounds;
}
