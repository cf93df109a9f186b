import type { Json } from '../../json.ts';
import { fromBase64, toBase64 } from '../../text/base64.ts';
import { utf8Bytes, utf8Text } from '../../text/utf8.ts';
import { dateTimeText, isRegion, numberText, textOf } from '../normalise.ts';
import { FeelUnsupported } from '../signals.ts';
import {
  isAny,
  isContext,
  isDateTime,
  isDuration,
  isLambda,
  isList,
  isNothing,
  isRange,
  isString,
  isTime,
  type FeelValue,
} from '../values.ts';
import { define, either, type Current, type FeelFunctions } from './define.ts';

const anything = either(isAny, isNothing);

/** JSON text as the engine writes it. Durations have the form of its platform, which is not told here. */
function jsonText(value: FeelValue): string {
  if (
    isDuration(value) ||
    isLambda(value) ||
    isRange(value) ||
    (isDateTime(value) && isTime(value) && isRegion(value))
  ) {
    throw new FeelUnsupported('This value has another form in JSON text.');
  }
  if (isDateTime(value)) return JSON.stringify(dateTimeText(value, value.year === 1900 ? 'text' : 'json'));
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value === 'number') return numberText(value);
  if (!isContext(value)) return JSON.stringify(isString(value) || typeof value === 'boolean' ? value : null);
  const entries = Object.entries(value).filter(([, entry]) => !isLambda(entry));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${jsonText(entry)}`).join(',')}}`;
}

const SEPARATORS: readonly FeelValue[] = [null, ' ', ',', '.'];

/** A number from text with separators; null for one means that it does not occur. */
function readNumber(text: FeelValue, grouping: FeelValue = null, point: FeelValue = null): FeelValue {
  const isKnown = SEPARATORS.includes(grouping) && SEPARATORS.includes(point) && point !== ' ';
  if (!isString(text) || !isKnown || (grouping !== null && grouping === point)) return null;
  const plain = (isString(grouping) ? text.replaceAll(grouping, '') : text).replace(isString(point) ? point : '.', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain) ? Number(plain) : null;
}

function parseJson(text: string): FeelValue {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Functions that make a value of another type. */
export function conversions(current: Current): FeelFunctions {
  return {
    string: define(['from'], [anything], (value) =>
      isNothing(value) ? null : isString(value) ? value : textOf(value),
    ),
    number: Object.assign(readNumber, { $args: ['from', 'grouping separator', 'decimal separator'] }),
    'to json': define(['value'], [anything], jsonText),
    'from json': define(['value'], [isString], parseJson),
    'to base64': define(['value'], [isString], (text) => toBase64(utf8Bytes(text))),
    'from base64': define(['value'], [isString], (text) => {
      const bytes = fromBase64(text);
      return bytes === undefined ? null : utf8Text(bytes);
    }),
    uuid: define([], [], () => current().world.uuid()),
  };
}
