import type { ExactArray, ExactJson, ExactObject } from '../exact-json.ts';
import { PatternProblem, show, type Matcher } from './matcher.ts';
import { OPERATORS } from './operators/index.ts';
import { exactMatcher } from './operators/exact.ts';

/** One field that must match: the names on the way to it joined by dots, as AWS's matcher joins them. */
export interface FieldRule {
  readonly path: string;
  /** One that fits is enough. */
  readonly matchers: readonly Matcher[];
}

/** Fields of which all must match, by path: what is left of a pattern when one alternative of each `$or` is taken. */
export type Combination = ReadonlyMap<string, FieldRule>;

/** Combinations of the alternatives of all `$or` that a pattern may have. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-complex-example-or
const MAX_COMBINATIONS = 1000;

/** Fields that one combination may have. */
// https://github.com/aws/event-ruler (GenericMachine, 2.1.0)
const MAX_FIELDS = 256;

/** Names that a field inside `$or` may not have. */
// https://github.com/aws/event-ruler (Constants, 2.1.0)
const RESERVED_INSIDE_OR = new Set([
  ...OPERATORS.map(({ name }) => name),
  ...['=', '<', '<=', '>', '>='],
  ...['regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

/** Where a level of the pattern stands. */
interface Place {
  /** Names on the way to it, joined by dots. */
  readonly path: string;
  readonly isInsideOr: boolean;
}

/** The combinations of a pattern. A path that is given twice counts as it is given last, as in AWS's matcher. */
export function readPattern(pattern: ExactObject): Combination[] | PatternProblem {
  return readLevel([new Map()], pattern, { path: '', isInsideOr: false });
}

function readLevel(
  before: readonly Combination[],
  { members }: ExactObject,
  place: Place,
): Combination[] | PatternProblem {
  if (members.length === 0)
    return new PatternProblem(
      `Empty objects are not allowed: found {} at ${place.path === '' ? 'the top' : place.path}.`,
    );
  let combinations: Combination[] | PatternProblem = [...before];
  for (const [name, value] of members) {
    combinations =
      name === '$or' ? readAlternatives(combinations, value, place) : readField(combinations, name, value, place);
    if (combinations instanceof PatternProblem) return combinations;
  }
  return combinations;
}

function readAlternatives(
  before: readonly Combination[],
  value: ExactJson,
  { path }: Place,
): Combination[] | PatternProblem {
  const at = path === '' ? '$or' : `${path}.$or`;
  if (value.kind !== 'array' || value.items.length < 2)
    return new PatternProblem(`${at} must be a list of two or more objects: found ${show(value)}.`);
  const combinations: Combination[] = [];
  for (const [index, item] of value.items.entries()) {
    if (item.kind !== 'object') return new PatternProblem(`${at}[${index}] must be an object: found ${show(item)}.`);
    const taken = readLevel(before, item, { path, isInsideOr: true });
    if (taken instanceof PatternProblem) return taken;
    combinations.push(...taken);
    if (combinations.length > MAX_COMBINATIONS)
      return new PatternProblem(
        `The pattern has too many combinations of $or: found more than ${MAX_COMBINATIONS}. Write fewer alternatives, or several rules.`,
      );
  }
  return combinations;
}

function readField(
  before: readonly Combination[],
  name: string,
  value: ExactJson,
  { path, isInsideOr }: Place,
): Combination[] | PatternProblem {
  const at = path === '' ? name : `${path}.${name}`;
  if (isInsideOr && RESERVED_INSIDE_OR.has(name))
    return new PatternProblem(`${name} is a reserved field name which cannot be used inside $or (at ${at}).`);
  if (value.kind === 'object') return readLevel(before, value, { path: at, isInsideOr });
  if (value.kind !== 'array')
    return new PatternProblem(`"${name}" must be an object or an array: found ${show(value)}. Write [${show(value)}].`);
  const matchers = readMatchers(value);
  if (matchers instanceof PatternProblem) return new PatternProblem(`${matchers.message} (at ${at})`);
  const combinations = before.map((one) => new Map(one).set(at, { path: at, matchers }));
  if (combinations.some((one) => one.size > MAX_FIELDS))
    return new PatternProblem(`The pattern has too many fields: found more than ${MAX_FIELDS}. Write several rules.`);
  return combinations;
}

function readMatchers({ items }: ExactArray): Matcher[] | PatternProblem {
  if (items.length === 0) return new PatternProblem('Empty arrays are not allowed: found [].');
  const matchers: Matcher[] = [];
  for (const item of items) {
    const matcher = readMatcher(item);
    if (matcher instanceof PatternProblem) return matcher;
    matchers.push(matcher);
  }
  return matchers;
}

function readMatcher(item: ExactJson): Matcher | PatternProblem {
  if (item.kind === 'array')
    return new PatternProblem(
      `Match value must be String, number, true, false, null or a match type: found ${show(item)}.`,
    );
  if (item.kind !== 'object') return exactMatcher(item);
  const [[name, argument] = ['', item], ...more] = item.members;
  if (more.length > 0) return new PatternProblem(`Only one key is allowed in a match expression: found ${show(item)}.`);
  const operator = OPERATORS.find((one) => one.name === name);
  if (!operator)
    return new PatternProblem(
      `Unrecognized match type ${name}. Write one of ${OPERATORS.map((one) => one.name).join(', ')}.`,
    );
  return operator.parse(argument);
}
