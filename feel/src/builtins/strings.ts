import type { ResultType } from './data.ts';
import { EngineFailure } from '../signals.ts';
import { fromBase64, toBase64 } from '../text.ts';
import { fromInt, toInt, type FeelNumber } from '../values/number.ts';
import type { Budget } from '../budget.ts';
import { error, number, on, text, type Builtin, type Builtins } from './define.ts';

/** Where a position stands in a text: counted from 1, or from the end for 0 and below. */
function indexOf(value: string, position: FeelNumber): number {
  const at = toInt(position);
  return at > 0 ? at - 1 : value.length + at;
}

/** The engine gives up where a position lies outside of the text. */
function cut(value: string, from: number, to: number, budget: Budget): string {
  if (from < 0 || to > value.length || from > to) {
    throw new EngineFailure(`A substring from ${from} to ${to} lies outside of a text of ${value.length} characters.`);
  }
  budget.text(to - from);
  return value.slice(from, to);
}

/** A function of one text. */
function ofText(
  body: (value: string, budget: Budget) => string | boolean | FeelNumber,
  result: ResultType,
  since?: string,
  parameter = 'string',
): Builtin {
  return {
    overloads: [
      on([parameter], [text], ([value], { budget }) => {
        budget.read(value.length);
        return body(value, budget);
      }),
    ],
    result,
    ...(since !== undefined && { since }),
  };
}

/** A function of a text and another that is looked for in it. */
function ofMatch(body: (value: string, match: string) => string | boolean, result: ResultType): Builtin {
  return {
    overloads: [
      on(['string', 'match'], [text, text], ([value, match], { budget }) => {
        budget.text(value.length);
        return body(value, match);
      }),
    ],
    result,
  };
}

function made(value: string, budget: Budget): string {
  budget.make(value.length * 2);
  return value;
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Character.html#isWhitespace(int)
// eslint-disable-next-line no-control-regex -- four of them are control characters
const BLANK = /^[\t-\r\x1C-\x20\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]*$/;

/** Functions on text, those with patterns aside. Positions and lengths count UTF-16 units, as in the engine. */
export const STRINGS: Builtins = {
  substring: {
    overloads: [
      on(['string', 'start position'], [text, number], ([value, start], { budget }) =>
        cut(value, indexOf(value, start), value.length, budget),
      ),
      on(['string', 'start position', 'length'], [text, number, number], ([value, start, length], { budget }) => {
        const from = indexOf(value, start);
        return cut(value, from, Math.min(from + toInt(length), value.length), budget);
      }),
    ],
    result: 'string',
  },
  'string length': ofText((value) => fromInt(value.length), 'number'),
  'upper case': ofText((value, budget) => made(value.toUpperCase(), budget), 'string'),
  'lower case': ofText((value, budget) => made(value.toLowerCase(), budget), 'string'),
  'substring before': ofMatch((value, match) => value.slice(0, Math.max(0, value.indexOf(match))), 'string'),
  'substring after': ofMatch((value, match) => {
    const at = value.indexOf(match);
    return at < 0 ? '' : value.slice(at + match.length);
  }, 'string'),
  contains: ofMatch((value, match) => value.includes(match), 'boolean'),
  'starts with': ofMatch((value, match) => value.startsWith(match), 'boolean'),
  'ends with': ofMatch((value, match) => value.endsWith(match), 'boolean'),
  // Java trims all that is not above a blank.
  trim: ofText(
    (value, budget) => made(value.replace(/^[\0- ]+/, '').replace(/(?<![\0- ])[\0- ]+$/, ''), budget),
    'string',
    '8.6',
  ),
  'is blank': ofText((value) => BLANK.test(value), 'boolean', '8.8'),
  uuid: { overloads: [on([], [], (_none, { world }) => world.uuid())], result: 'string', since: '8.6' },
  'to base64': ofText(
    (value, budget) => {
      // The platform encodes some four characters in the time of a step.
      budget.step(value.length >> 2);
      budget.make(value.length * 8);
      return toBase64(value);
    },
    'string',
    '8.6',
    'value',
  ),
  'from base64': {
    overloads: [
      on(['value'], [text], ([value], { budget }) => {
        budget.text(value.length);
        return fromBase64(value) ?? error('Invalid Base64 value.');
      }),
    ],
    result: 'string',
    since: '8.9',
  },
};
