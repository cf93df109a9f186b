import { containsElement, equal } from '../compare.ts';
import { isAny, isLambda, isList, isNothing, isNumber, type FeelValue } from '../values.ts';
import { define, defineVariadic, either, optional, type Current, type FeelFunctions } from './define.ts';

type List = readonly FeelValue[];

const anything = either(isAny, isNothing);

/** Index of a position that counts from 1, or from the end by a negative one; undefined for 0. */
function indexOf(position: number, length: number): number | undefined {
  const index = Math.trunc(position);
  if (index === 0) return undefined;
  return index > 0 ? index - 1 : length + index;
}

/** Functions of lists that the library lacks, or that count from the end in another way. */
export function lists(current: Current): FeelFunctions {
  const distinct = (values: List): FeelValue[] =>
    values.reduce<FeelValue[]>((kept, value) => {
      current().step(kept.length);
      return kept.some((other) => equal(other, value) === true) ? kept : [...kept, value];
    }, []);
  const repeats = (values: List, value: FeelValue): boolean => {
    current().step(values.length);
    return values.filter((other) => equal(other, value) === true).length > 1;
  };
  return {
    count: define(['list'], [isList], (values) => values.length),
    reverse: define(['list'], [isList], (values) => values.toReversed()),
    flatten: define(['list'], [isList], (values) => values.flat(Infinity)),
    append: Object.assign(
      (values: FeelValue, ...items: readonly FeelValue[]): FeelValue => (isList(values) ? [...values, ...items] : null),
      { $args: ['list', '...items'] },
    ),
    concatenate: defineVariadic('lists', (values) => values.flat()),
    union: defineVariadic('list', (values) => distinct(values.flat())),
    'is empty': define(['list'], [isList], (values) => values.length === 0),
    'list contains': define(['list', 'element'], [isList, anything], (values, element) =>
      containsElement(values, element),
    ),
    'index of': define(['list', 'match'], [isList, anything], (values, match) => {
      return values.flatMap((value, index) => (equal(value, match) === true ? [index + 1] : []));
    }),
    'distinct values': define(['list'], [isList], distinct),
    'duplicate values': define(['list'], [isList], (values) =>
      distinct(values).filter((value) => repeats(values, value)),
    ),
    sublist: define(
      ['list', 'start position', 'length'],
      [isList, isNumber, optional(isNumber)],
      (values, start, length) => {
        const from = indexOf(start, values.length);
        if (from === undefined) return null;
        const end = length === undefined ? values.length : from + Math.trunc(length);
        return values.slice(Math.max(0, from), Math.max(0, end));
      },
    ),
    'insert before': define(['list', 'position', 'newItem'], [isList, isNumber, anything], (values, position, item) => {
      const at = indexOf(position, values.length);
      return at === undefined ? null : values.toSpliced(Math.max(0, at), 0, item ?? null);
    }),
    remove: define(['list', 'position'], [isList, isNumber], (values, position) => {
      const at = indexOf(position, values.length);
      if (at === undefined) return null;
      return at < 0 ? values : values.toSpliced(at, 1);
    }),
    sort: define(['list', 'precedes'], [isList, isLambda], (values, precedes) => {
      const answers = new Set<FeelValue>();
      const isBefore = (a: FeelValue, b: FeelValue): boolean => {
        const answer = precedes.parameterNames.length === 2 ? precedes.invoke([a, b]) : null;
        answers.add(typeof answer);
        return answer === true;
      };
      const sorted = values.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
      return [...answers].every((type) => type === 'boolean') ? sorted : null;
    }),
    partition: define(['list', 'size'], [isList, isNumber], (values, size) => {
      const length = Math.trunc(size);
      if (length <= 0) return null;
      const count = Math.ceil(values.length / length);
      return Array.from({ length: count }, (_part, index) => values.slice(index * length, (index + 1) * length));
    }),
  };
}
