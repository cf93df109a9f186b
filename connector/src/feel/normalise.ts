import type { Json, JsonObject } from '../json.ts';
import { setOwn } from '../own.ts';
import { FeelUnsupported } from './signals.ts';
import { carried, localZone } from './temporal.ts';
import {
  isContext,
  isDate,
  isDateTime,
  isDuration,
  isLambda,
  isList,
  isRange,
  isTime,
  isYearMonth,
  type FeelDateTime,
  type FeelDuration,
  type FeelValue,
} from './values.ts';

/** Digits that a double keeps of any decimal number. */
const SAFE_DIGITS = 15;

/** Whole numbers of a variable are 64-bit integers. */
const MAX_LONG = 2 ** 63;

/** A value of the library as the engine stores it in a variable: temporal values as text, a function not at all. */
export function toJson(value: FeelValue): Json {
  if (typeof value === 'number') return jsonNumber(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return jsonText(value);
  if (isDateTime(value)) return dateTimeText(value, 'json');
  if (isDuration(value)) return durationText(value);
  if (isList(value)) return value.map(toJson);
  if (!isContext(value)) return null;
  const object: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) if (!isLambda(entry)) setOwn(object, key, toJson(entry));
  return object;
}

function jsonText(value: string): string {
  if (/\p{Cs}/u.test(value)) throw new FeelUnsupported('Half a character has no text in the engine.');
  return value;
}

function jsonNumber(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= MAX_LONG)
    throw new FeelUnsupported('A number is too large to be told here.');
  return tidy(value);
}

/** The engine calculates in decimals: what a double adds in the last digits goes away again. */
export function tidy(value: number): number {
  const rounded = Number(value.toPrecision(SAFE_DIGITS));
  return digitsOf(rounded) < SAFE_DIGITS - 2 ? rounded : value;
}

function digitsOf(value: number): number {
  return value.toExponential().replace(/e.*$/, '').replace(/\D/g, '').length;
}

/** A number as `string(...)` shows it. */
export function numberText(value: number): string {
  const tidied = tidy(value);
  if (digitsOf(tidied) > SAFE_DIGITS)
    throw new FeelUnsupported('A number with so many digits is shown with more in the engine.');
  if (Number.isInteger(tidied) && Math.abs(tidied) >= 1e21) return String(BigInt(tidied));
  return String(tidied).toUpperCase();
}

/** A value as `string(...)` shows it inside a list or a context: strings in quotes, nothing escaped. */
export function textOf(value: FeelValue): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (isDateTime(value)) return dateTimeText(value, 'text');
  if (isDuration(value)) return durationText(value);
  if (isList(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isLambda(value)) return `function(${value.parameterNames.join(', ')})`;
  if (isRange(value)) {
    const [open, close] = [value['start included'] ? '[' : '(', value['end included'] ? ']' : ')'];
    return `${open}${textOf(value.start)}..${textOf(value.end)}${close}`;
  }
  if (!isContext(value)) return 'null';
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}:${textOf(entry)}`)
    .join(', ')}}`;
}

/**
 * A date, a time or both. In a variable a region stands after its offset, and a time without a zone leaves out seconds
 * of 0; `string(...)` shows the region alone, and all seconds.
 */
export function dateTimeText(value: FeelDateTime, form: 'json' | 'text'): string {
  if (isDate(value)) return dayText(value);
  const isLocal = value.zone === localZone();
  if (isTime(value)) {
    if (isLocal) return form === 'json' ? shortClock(value) : clock(value);
    return clock(value) + (isRegion(value) ? `@${value.zone.name}` : offset(value));
  }
  const text = `${dayText(value)}T${clock(value)}`;
  if (isLocal) return text;
  if (!isRegion(value)) return text + offset(value);
  return form === 'json' ? `${text}${offset(value)}[${value.zone.name}]` : `${text}@${value.zone.name}`;
}

export function isRegion(value: FeelDateTime): boolean {
  return value.zone.type === 'iana';
}

function dayText({ year, month, day }: FeelDateTime): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : digits.length > 4 ? '+' : ''}${digits}-${two(month)}-${two(day)}`;
}

function clock({ hour, minute, second, millisecond }: FeelDateTime): string {
  const fraction = millisecond === 0 ? '' : `.${String(millisecond).padStart(3, '0').replace(/0+$/, '')}`;
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

// As java.time.LocalTime: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/LocalTime.html#toString()
function shortClock(value: FeelDateTime): string {
  if (value.millisecond > 0) return clock(value).replace(/\..*$/, `.${String(value.millisecond).padStart(3, '0')}`);
  return value.second === 0 ? clock(value).slice(0, 5) : clock(value);
}

function offset(value: FeelDateTime): string {
  if (value.offset === 0) return 'Z';
  const minutes = Math.abs(value.offset);
  return `${value.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}

/** `P1Y2M` or `P1DT2H3M4S`, whole seconds, one sign for all. */
export function durationText(duration: FeelDuration): string {
  const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`);
  if (isYearMonth(duration)) {
    const { years = 0, months = 0 } = duration.toObject();
    const total = Math.trunc(years * 12 + months);
    const count = Math.abs(total);
    return total === 0 ? 'P0Y' : `${total < 0 ? '-' : ''}P${part(Math.floor(count / 12), 'Y')}${part(count % 12, 'M')}`;
  }
  const total = Math.trunc(secondsOf(duration));
  const count = Math.abs(total);
  if (count === 0) return 'P0D';
  const time =
    part(Math.floor(count / 3600) % 24, 'H') + part(Math.floor(count / 60) % 60, 'M') + part(count % 60, 'S');
  return `${total < 0 ? '-' : ''}P${part(Math.floor(count / 86_400), 'D')}${time === '' ? '' : `T${time}`}`;
}

/** Length of a duration of days and times. One that mixes in months has no length: the engine knows none such. */
export function secondsOf(duration: FeelDuration): number {
  const { years = 0, months = 0, quarters = 0 } = duration.toObject();
  if (years !== 0 || months !== 0 || quarters !== 0) throw new FeelUnsupported('A duration mixes months with days.');
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = carried(duration).toObject();
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** An offset from UTC as text. */
export function clockOf(offsetSeconds: number): string {
  const minutes = Math.abs(Math.trunc(offsetSeconds / 60));
  return minutes === 0 ? 'Z' : `${offsetSeconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
