import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { PatternProblem, show, type Leaf, type Matcher, type Operator } from '../matcher.ts';
import { equalsIgnoreCase } from './equals-ignore-case.ts';
import { prefix } from './prefix.ts';
import { suffix } from './suffix.ts';
import type { TextOperator, TextTest } from './text-test.ts';
import { wildcard } from './wildcard.ts';

/** The tests that it can turn round. */
const INNER: readonly TextOperator[] = [prefix, suffix, equalsIgnoreCase, wildcard];

/** Any value but these: one, a list of texts or of numbers, or a prefix, suffix, wildcard or text whatever its case. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but
export const anythingBut: Operator = {
  name: 'anything-but',
  parse(argument) {
    if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) return parseInner(argument);
    const values = Array.isArray(argument) ? argument : [argument];
    const [kind] = values.map((value) => typeof value);
    const oneKind = values.every((value) => typeof value === kind);
    if (!oneKind || (kind !== 'string' && kind !== 'number')) {
      return new PatternProblem(
        `"anything-but" takes text, a number, a list of either, or one of ${names()}: found ${show(argument)}.`,
      );
    }
    const excluded = new Set<Leaf>(values as Leaf[]);
    return (leaf) => leaf !== undefined && !excluded.has(leaf);
  },
};

function parseInner(argument: JsonObject): Matcher | PatternProblem {
  const [[name, value] = ['', null], ...more] = Object.entries(argument);
  const operator = INNER.find((one) => one.name === name);
  if (!operator || more.length > 0)
    return new PatternProblem(`"anything-but" takes one of ${names()}: found ${show(argument)}.`);
  const tests: TextTest[] = [];
  for (const item of asList(value)) {
    const test = operator.test(item);
    if (test instanceof PatternProblem) return test;
    tests.push(test);
  }
  if (tests.length === 0)
    return new PatternProblem(`"anything-but" with "${name}" takes at least one value: found ${show(argument)}.`);
  return (leaf) => leaf !== undefined && !(typeof leaf === 'string' && tests.some((test) => test(leaf)));
}

function asList(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

function names(): string {
  return INNER.map(({ name }) => `"${name}"`).join(', ');
}
