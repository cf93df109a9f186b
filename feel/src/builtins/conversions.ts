import { fromJson } from '../evaluate/from-json.ts';
import { type Json, parseJson } from '@eventbridge-kit/issue';
import { Unknown } from '../signals.ts';
import type { Budget } from '../budget.ts';
import {
  FeelContext,
  type FeelError,
  FeelFunction,
  FeelRange,
  type FeelValue,
  type Outcome,
  isList,
  isString,
} from '../values/value.ts';
import { temporalText } from '../values/format-temporal.ts';
import { isNumber, parseNumber } from '../values/number.ts';
import { isTemporal } from '../values/temporal.ts';
import { any, either, error, nothing, on, text, type Builtins } from './define.ts';

/** A value as `string(...)` shows it within a list or a context: strings in quotes, nothing escaped. */
export function textOf(value: FeelValue, budget: Budget): string {
  budget.step();
  if (value === null) return 'null';
  if (isString(value)) {
    budget.text(value.length);
    return `"${value}"`;
  }
  if (isNumber(value)) return value.toString().replace('e', 'E');
  if (isTemporal(value)) return temporalText(value, 'text');
  if (isList(value)) return budget.within(() => `[${value.map((item) => textOf(item, budget)).join(', ')}]`);
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  if (value instanceof FeelRange) {
    const [open, close] = [value.start.closed ? '[' : '(', value.end.closed ? ']' : ')'];
    return `${open}${textOf(value.start.value, budget)}..${textOf(value.end.value, budget)}${close}`;
  }
  if (!(value instanceof FeelContext)) return String(value);
  return budget.within(() => {
    const entries = value.entries().map(([key, entry]) => `${key}:${textOf(entry, budget)}`);
    return `{${entries.join(', ')}}`;
  });
}

/** JSON text as the engine writes it: durations and times in the form of its platform. */
function jsonText(value: FeelValue, budget: Budget): string {
  budget.step();
  if (value instanceof FeelFunction) throw new Unknown('A function has another form in JSON text.');
  if (isNumber(value)) return textOf(value, budget);
  if (isTemporal(value)) return JSON.stringify(temporalText(value, 'iso'));
  if (value instanceof FeelRange) return JSON.stringify(textOf(value, budget));
  if (isList(value)) return budget.within(() => `[${value.map((item) => jsonText(item, budget)).join(',')}]`);
  if (value instanceof FeelContext) {
    return budget.within(() => {
      const entries = value.keys.map((key) => `${JSON.stringify(key)}:${jsonText(value.get(key) ?? null, budget)}`);
      return `{${entries.join(',')}}`;
    });
  }
  if (isString(value)) budget.text(value.length);
  return JSON.stringify(value);
}

function fromJsonText(json: string, budget: Budget): Outcome {
  budget.text(json.length);
  try {
    return fromJson(JSON.parse(json) as Json, budget); // JSON.parse gives JSON, which its type does not say
  } catch (failure) {
    if (failure instanceof SyntaxError) return brokenJson(json, budget);
    throw failure;
  }
}

/** The engine reads a JSON text with anything behind it. */
function brokenJson(json: string, budget: Budget): FeelError {
  for (const { index } of json.matchAll(/[\]}"\w](?=[^\w.])/g)) {
    budget.read(index * 64);
    if (parseJson(json.slice(0, index + 1)) !== undefined)
      throw new Unknown('JSON with something behind it is not known here.');
  }
  return error('Failed to parse JSON.');
}

const GROUPS: readonly FeelValue[] = [' ', ',', '.', null];
const POINTS: readonly FeelValue[] = [',', '.', null];

/** A number from text with separators; null for one means that it does not occur. */
function readNumber(from: string, group: string | null, point: string | null): Outcome {
  const isKnown = GROUPS.includes(group) && POINTS.includes(point) && (group === null || group !== point);
  if (!isKnown) return error("Illegal separators. Must be one of ' ' (grouping only), ',' or '.'.");
  const plain = group === null ? from : from.replaceAll(group, '');
  return (
    parseNumber(point === null ? plain : plain.replaceAll(point, '.')) ?? error("Can't parse the text as a number.")
  );
}

const maybeText = either(text, nothing);

/** Functions that make a value of another type. */
export const CONVERSIONS: Builtins = {
  string: {
    overloads: [
      on(['from'], [any], ([from], { budget }) => {
        if (from === null || isString(from)) return from;
        const written = textOf(from, budget);
        budget.make(written.length * 2);
        return written;
      }),
    ],
    result: 'string',
  },
  number: {
    overloads: [
      on(['from'], [text], ([from]) => readNumber(from, null, null)),
      on(['from', 'grouping separator'], [text, text], ([from, group]) => readNumber(from, group, null)),
      on(['from', 'grouping separator', 'decimal separator'], [text, maybeText, maybeText], ([from, group, point]) =>
        group === null && point === null ? undefined : readNumber(from, group, point),
      ),
    ],
    result: 'number',
  },
  'to json': {
    overloads: [on(['value'], [any], ([value], { budget }) => jsonText(value, budget))],
    result: 'string',
    since: '8.9',
  },
  'from json': {
    overloads: [on(['json'], [maybeText], ([json], { budget }) => (json === null ? null : fromJsonText(json, budget)))],
    since: '8.9',
  },
};
