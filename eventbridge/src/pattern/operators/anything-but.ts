import type { ExactJson, ExactObject } from '../../exact-json.ts';
import { leafMatcher, PatternProblem, quoted, show, type Matcher, type Operator } from '../matcher.ts';
import { equalsIgnoreCase, prefix, suffix, type TextOperator, type TextTest } from './text-operators.ts';
import { readOperand } from './numeric.ts';
import { wildcard } from './wildcard.ts';

interface Inner {
  readonly operator: TextOperator;
  /** AWS refuses what would exclude every text. */
  readonly takesEmpty: boolean;
}

/** The tests that it can turn round. */
const INNER: readonly Inner[] = [
  { operator: prefix, takesEmpty: false },
  { operator: suffix, takesEmpty: false },
  { operator: equalsIgnoreCase, takesEmpty: true },
  { operator: wildcard, takesEmpty: true },
];

/** Any value but these: one, a list of texts or of numbers, or a prefix, suffix, wildcard or text whatever its case. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but
export const anythingBut: Operator = {
  name: 'anything-but',
  parse(argument) {
    if (argument.kind === 'object') return parseInner(argument);
    if (argument.kind === 'literal')
      return new PatternProblem(
        `Value of anything-but must be an array or single string/number value: found ${show(argument)}.`,
      );
    return parseValues(argument.kind === 'array' ? argument.items : [argument], argument);
  },
};

function parseValues(values: readonly ExactJson[], argument: ExactJson): Matcher | PatternProblem {
  const texts = new Set<string>();
  const numbers = new Set<number>();
  for (const value of values) {
    if (value.kind === 'string') {
      texts.add(quoted(value.text));
    } else if (value.kind === 'number') {
      const operand = readOperand(value.text);
      if (operand instanceof PatternProblem) return operand;
      numbers.add(operand);
    } else {
      return new PatternProblem(
        `Inside anything but list, start|null|boolean is not supported: found ${show(argument)}. Write text or numbers.`,
      );
    }
  }
  if (texts.size > 0 === numbers.size > 0)
    return new PatternProblem(
      `Inside anything but list, either all values are number or string: found ${show(argument)}. Write at least one value, all of one type.`,
    );
  return leafMatcher(({ raw, number }) => !texts.has(raw) && (number === undefined || !numbers.has(number)));
}

function parseInner(argument: ExactObject): Matcher | PatternProblem {
  const [[name, value] = ['', argument], ...more] = argument.members;
  const inner = INNER.find(({ operator }) => operator.name === name);
  if (!inner || more.length > 0)
    return new PatternProblem(
      `Unsupported anything-but pattern: found ${show(argument)}. Write one of ${INNER.map(({ operator }) => `"${operator.name}"`).join(', ')}.`,
    );
  const tests: TextTest[] = [];
  const wildcards: string[] = [];
  for (const item of value.kind === 'array' ? value.items : [value]) {
    if (item.kind !== 'string')
      return new PatternProblem(`Inside anything-but, ${name} match pattern must be a string: found ${show(item)}.`);
    if (item.text === '' && !inner.takesEmpty)
      return new PatternProblem(
        `Null prefix/suffix not allowed: found ${show(argument)}. Write at least one character.`,
      );
    const test = inner.operator.test(item);
    if (test instanceof PatternProblem) return test;
    tests.push(test);
    if (name === wildcard.name) wildcards.push(item.text);
  }
  if (tests.length === 0)
    return new PatternProblem(`anything-but with "${name}" takes at least one value: found ${show(argument)}.`);
  return { kind: 'leaf', test: ({ raw }) => !tests.some((test) => test(raw)), wildcards };
}
