import type { Evaluation } from '../evaluate/evaluation.ts';
import { BoundExceeded, EngineFailure, Unknown } from '../signals.ts';
import { equal, isComparable, order, same } from '../values/compare.ts';
import {
  add,
  divide,
  fromDouble,
  fromInt,
  isNumber,
  multiply,
  ONE,
  power,
  subtract,
  toInt,
  ZERO,
  type FeelNumber,
} from '../values/number.ts';
import { isList, typeOf, type FeelList, type FeelValue, type Outcome } from '../values/value.ts';
import {
  any,
  callable,
  error,
  list,
  nothing,
  number,
  on,
  onAll,
  text,
  either,
  type Builtin,
  type Builtins,
} from './define.ts';

const TWO = fromInt(2);

function made<T extends FeelList>(values: T, { budget }: Evaluation): T {
  budget.list(values.length);
  return values;
}

/** Where a position stands in a list: counted from 1, or from the end for 0 and below. */
function indexOf(values: FeelList, position: FeelNumber, by = 0): number {
  const at = toInt(position) + by;
  return at > 0 ? at - 1 : values.length + at;
}

const NOT_ZERO = 'The position must be a number other than 0.';

/** A function of numbers alone. */
function ofNumbers(body: (numbers: readonly FeelNumber[]) => FeelValue, empty: FeelValue = null): Builtin {
  const overload = onAll('list', (values, { budget }) => {
    budget.step(values.length);
    if (values.length === 0) return empty;
    const wrong = values.find((value) => !isNumber(value));
    if (wrong !== undefined) return error(`Expected a number but found ${typeOf(wrong)}.`);
    budget.make(values.length * 32);
    return body(values as readonly FeelNumber[]); // each was just looked at
  });
  return { overloads: [overload], result: 'number' };
}

/** The least element by an order's sign. */
function extreme(sign: 1 | -1): Builtin {
  return {
    overloads: [
      onAll('list', (values, { budget }) => {
        budget.step(values.length);
        const [first] = values;
        if (first === undefined) return null;
        if (!isComparable(values)) return error('The list has no order.');
        return values.slice(1).reduce((best, value) => (sign * order(value, best) < 0 ? value : best), first);
      }),
    ],
  };
}

function sum(numbers: readonly FeelNumber[]): FeelNumber {
  return numbers.reduce(add, ZERO);
}
function count(values: FeelList): FeelNumber {
  return fromInt(values.length);
}
function sorted(numbers: readonly FeelNumber[]): FeelNumber[] {
  return numbers.toSorted((a, b) => a.compareTo(b));
}

function median(numbers: readonly FeelNumber[]): FeelNumber {
  const ordered = sorted(numbers);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? ZERO;
  return ordered.length % 2 === 1 ? upper : divide(add(ordered[middle - 1] ?? ZERO, upper), TWO);
}

function deviation(numbers: readonly FeelNumber[]): FeelNumber {
  const mean = divide(sum(numbers), count(numbers));
  const squares = sum(numbers.map((value) => power(subtract(value, mean), TWO)));
  if (numbers.length === 1) throw new EngineFailure('A number is divided by 0.');
  return fromDouble(Math.sqrt(divide(squares, fromInt(numbers.length - 1)).numberValue()));
}

function mode(numbers: readonly FeelNumber[]): FeelList {
  const groups: FeelNumber[][] = [];
  for (const value of sorted(numbers)) {
    const last = groups.at(-1);
    if (last?.[0]?.sameValue(value) === true) last.push(value);
    else groups.push([value]);
  }
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.filter(({ length }) => length === most).flatMap(([first]) => first ?? []);
}

function distinct(values: FeelList, { budget }: Evaluation): FeelList {
  const found: FeelValue[] = [];
  for (const value of values) {
    if (!found.some((known) => equal(value, known, budget) === true)) found.push(value);
  }
  return found;
}

function flatten(values: FeelList, evaluation: Evaluation, flat: FeelValue[] = []): FeelList {
  evaluation.budget.list(values.length);
  for (const value of values) {
    if (isList(value)) evaluation.budget.within(() => flatten(value, evaluation, flat));
    else flat.push(value);
  }
  return flat;
}

function joinLists(values: FeelList): FeelList {
  return values.flatMap((value) => (isList(value) ? value : [value]));
}

function joinText(values: FeelList, { budget }: Evaluation, separator = '', before = '', after = ''): Outcome {
  budget.step(values.length);
  const texts = values.filter((value) => value !== null);
  if (!texts.every(text)) return error('Expected a list of strings.');
  const units = texts.reduce((total, one) => total + one.length + separator.length, before.length + after.length);
  budget.text(units);
  return before + texts.join(separator) + after;
}

function sort(values: FeelList, precedes: (a: FeelValue, b: FeelValue) => Outcome, { budget }: Evaluation): Outcome {
  const comes = (a: FeelValue, b: FeelValue): boolean => {
    const first = precedes(a, b);
    if (typeof first === 'boolean') return first;
    throw new EngineFailure('Expected a boolean.');
  };
  try {
    return budget.restoring(() => values.toSorted((a, b) => (comes(a, b) ? -1 : Number(comes(b, a)))));
  } catch (failure) {
    if (failure instanceof BoundExceeded || failure instanceof Unknown || !(failure instanceof Error)) throw failure;
    return error(`Fail to sort the list by the given function: ${failure.message}`);
  }
}

const maybeText = either(text, nothing);

/** Functions on lists. Positions count from 1, or from the end below 0. */
export const LISTS: Builtins = {
  'list contains': {
    overloads: [
      on(['list', 'element'], [list, any], ([values, element], { budget }) =>
        values.some((value) => same(value, element, budget)),
      ),
    ],
    result: 'boolean',
  },
  count: { overloads: [on(['list'], [list], ([values]) => count(values))], result: 'number' },
  min: extreme(1),
  max: extreme(-1),
  sum: ofNumbers(sum),
  product: ofNumbers((numbers) => numbers.reduce(multiply, ONE)),
  mean: ofNumbers((numbers) => divide(sum(numbers), count(numbers))),
  median: ofNumbers(median),
  stddev: ofNumbers(deviation),
  mode: { ...ofNumbers(mode, []), result: 'list' },
  sublist: {
    overloads: [
      on(['list', 'start'], [list, number], ([values, start], evaluation) =>
        start.signum() === 0 ? error(NOT_ZERO) : made(values.slice(Math.max(0, indexOf(values, start))), evaluation),
      ),
      on(['list', 'start', 'length'], [list, number, number], ([values, start, length], evaluation) => {
        if (start.signum() === 0) return error(NOT_ZERO);
        const from = indexOf(values, start);
        return made(values.slice(Math.max(0, from), Math.max(0, from + toInt(length))), evaluation);
      }),
    ],
    result: 'list',
  },
  append: {
    overloads: [
      {
        ...on(['list', 'items'], [list, list], ([values, items], evaluation) => {
          evaluation.budget.list(values.length + items.length);
          return [...values, ...items];
        }),
        takesMore: true,
      },
    ],
    result: 'list',
  },
  concatenate: {
    overloads: [onAll('lists', (lists, evaluation) => made(joinLists(lists), evaluation))],
    result: 'list',
  },
  'insert before': {
    overloads: [
      on(['list', 'position', 'newItem'], [list, number, any], ([values, position, item], evaluation) => {
        if (position.signum() === 0) return error(NOT_ZERO);
        const at = Math.max(0, indexOf(values, position));
        return made([...values.slice(0, at), item, ...values.slice(at)], evaluation);
      }),
    ],
    result: 'list',
  },
  remove: {
    overloads: [
      on(['list', 'position'], [list, number], ([values, position], evaluation) => {
        if (position.signum() === 0) return error(NOT_ZERO);
        const [to, from] = [Math.max(0, indexOf(values, position)), Math.max(0, indexOf(values, position, 1))];
        return made([...values.slice(0, to), ...values.slice(from)], evaluation);
      }),
    ],
    result: 'list',
  },
  reverse: {
    overloads: [on(['list'], [list], ([values], evaluation) => made(values.toReversed(), evaluation))],
    result: 'list',
  },
  'index of': {
    overloads: [
      on(['list', 'match'], [list, any], ([values, match], { budget }) =>
        values.flatMap((value, index) => (same(value, match, budget) ? [fromInt(index + 1)] : [])),
      ),
    ],
    result: 'list',
  },
  union: {
    overloads: [onAll('lists', (lists, evaluation) => distinct(made(joinLists(lists), evaluation), evaluation))],
    result: 'list',
  },
  'distinct values': {
    overloads: [on(['list'], [list], ([values], evaluation) => distinct(values, evaluation))],
    result: 'list',
  },
  'duplicate values': {
    overloads: [
      on(['list'], [list], ([values], evaluation) =>
        distinct(values, evaluation).filter(
          (value) => values.filter((other) => equal(other, value, evaluation.budget) === true).length > 1,
        ),
      ),
    ],
    result: 'list',
    since: '8.3',
  },
  flatten: { overloads: [on(['list'], [list], ([values], evaluation) => flatten(values, evaluation))], result: 'list' },
  sort: {
    overloads: [
      on(['list', 'precedes'], [list, callable], ([values, precedes], evaluation) =>
        precedes.parameters.length === 2
          ? sort(values, (a, b) => precedes.invoke([a, b]), evaluation)
          : error(`Expected a boolean function with 2 arguments, but found ${precedes.parameters.length}.`),
      ),
    ],
    result: 'list',
  },
  'string join': {
    overloads: [
      on(['list'], [list], ([values], evaluation) => joinText(values, evaluation)),
      on(['list', 'delimiter'], [list, maybeText], ([values, separator], evaluation) =>
        joinText(values, evaluation, separator ?? ''),
      ),
      on(
        ['list', 'delimiter', 'prefix', 'suffix'],
        [list, maybeText, maybeText, maybeText],
        ([values, separator, before, after], evaluation) =>
          (before === null) === (after === null)
            ? joinText(values, evaluation, separator ?? '', before ?? '', after ?? '')
            : undefined,
      ),
    ],
    result: 'string',
  },
  partition: {
    overloads: [
      on(['list', 'size'], [list, number], ([values, size], evaluation) => {
        const length = toInt(size);
        if (length <= 0) return error('The size must be greater than 0.');
        made(values, evaluation);
        const parts = Math.ceil(values.length / length);
        return Array.from({ length: parts }, (_part, index) => values.slice(index * length, (index + 1) * length));
      }),
    ],
    result: 'list',
    since: '8.7',
  },
};
