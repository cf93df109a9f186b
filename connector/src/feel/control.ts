import type { Current, FeelFunction, FeelFunctions } from './builtins/define.ts';
import { calculate } from './arithmetic.ts';
import { compareBy, containsElement, equal } from './compare.ts';
import { PREFIX } from './rewrite.ts';
import { FeelUnsupported } from './signals.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from './temporal.ts';
import {
  isBoolean,
  isContext,
  isList,
  isNothing,
  isNumber,
  isRange,
  isString,
  typeOf,
  type FeelValue,
} from './values.ts';

/** All given values, whatever they are. */
const raw = (body: (...args: FeelValue[]) => FeelValue): FeelFunction => Object.assign(body, { $args: ['...values'] });

/** What the rewritten parts of an expression call: the engine's rules for loops, conditions, comparisons and literals. */
export function control(current: Current): FeelFunctions {
  const functions: FeelFunctions = {
    /** The list of a loop or a filter, or the steps of one from start to end, upwards or downwards. */
    each: raw((start, end) => {
      if (end === undefined) {
        current().step(isList(start) ? start.length : 0);
        return isList(start) ? start : null;
      }
      if (!isNumber(start) || !isNumber(end)) return null;
      const count = Math.floor(Math.abs(end - start)) + 1;
      current().step(count);
      return Array.from({ length: count }, (_step, index) => start + (start <= end ? index : -index));
    }),
    /** The list of a filter that looks at its elements: the library drops those that are null or false. */
    elements: raw((list) => {
      if (!isList(list)) return null;
      current().step(list.length);
      if (list.some((element) => isNothing(element) || element === false))
        throw new FeelUnsupported('A filter over null or false is not known here.');
      return list;
    }),
    counted: raw((value) => {
      current().step(1);
      return value;
    }),
    holds: raw((value) => value === true),
    decides: raw((value) => {
      if (isBoolean(value)) return value;
      throw new FeelUnsupported('A condition of some or every gives no boolean.');
    }),
    position: raw((value) => {
      if (isNumber(value)) return Math.trunc(value);
      throw new FeelUnsupported('Compare in a filter, for example [active = true]: what is no number has no position.');
    }),
    compare: raw((a, operator, b) => compareBy(String(operator), a, b)),
    calculate: raw((a, operator, b) => {
      const result = calculate(a, String(operator), b);
      current().step(isString(result) ? Math.ceil(result.length / 1000) : 0);
      return result;
    }),
    between: raw((value, _sign, low, high) => all(compareBy('>=', value, low), compareBy('<=', value, high))),
    test: raw((operator, value) => ({ operator, value, toString: () => 'test' })),
    in: raw((input, ...tests) => {
      const answers = tests.map((test) => passes(input, test));
      return answers.includes(true) ? true : answers.includes(null) ? null : false;
    }),
    'is a': raw((value, type) => {
      if (isString(type) && /[<>]/.test(type))
        throw new FeelUnsupported('Types of lists and contexts are not known here.');
      return !isNothing(value) && (type === 'Any' || typeOf(value) === type);
    }),
    at: raw((text) =>
      isString(text) ? (parseDate(text) ?? parseDateTime(text) ?? parseTime(text) ?? parseDuration(text)) : null,
    ),
  };
  return Object.fromEntries(Object.entries(functions).map(([name, body]) => [PREFIX + name, body]));
}

interface Test {
  readonly operator: string;
  readonly value: FeelValue;
}

/** Whether an input passes one test of `in`: a comparison, a range, a list to be in, or a value to be equal to. */
function passes(input: FeelValue, test: FeelValue): boolean | null {
  if (isRange(test)) {
    const start = compareBy(test['start included'] ? '>=' : '>', input, test.start);
    return all(start, compareBy(test['end included'] ? '<=' : '<', input, test.end));
  }
  if (isContext(test) && typeof test['toString'] === 'function') {
    const { operator, value } = test as unknown as Test;
    return compareBy(operator, input, value);
  }
  const same = equal(input, test);
  return isList(test) && same !== true ? containsElement(test, input) : same;
}

function all(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
