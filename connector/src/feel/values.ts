import { date as libraryDate } from '@bpmn-io/feelin';

/** A FEEL value as the library knows it: JSON, luxon's dates and durations, its own ranges and functions. */
export type FeelValue = unknown;

/** The part of luxon's DateTime that is used here; the library brings no types for it. */
export interface FeelDateTime {
  readonly isLuxonDateTime: true;
  readonly isValid: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
  readonly ordinal: number;
  readonly weekNumber: number;
  readonly daysInMonth: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly zone: FeelZone;
  valueOf(): number;
  /** Both readings of a local time that occurs twice, the earlier first. */
  getPossibleOffsets(): readonly FeelDateTime[];
  plus(fields: Readonly<Record<string, number>>): FeelDateTime;
  set(fields: Readonly<Record<string, number>>): FeelDateTime;
  setZone(zone: FeelZone | string, options?: { keepLocalTime: boolean }): FeelDateTime;
}

export interface FeelZone {
  readonly type: string;
  readonly name: string;
}

/** The part of luxon's Duration that is used here. */
export interface FeelDuration {
  readonly isLuxonDuration: true;
  readonly years: number;
  readonly months: number;
  /** By unit, only those that were given. */
  toObject(): Readonly<Record<string, number>>;
  negate(): FeelDuration;
}

export interface FeelRange {
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly 'start included': boolean;
  readonly 'end included': boolean;
}

export interface FeelLambda {
  readonly parameterNames: readonly string[];
  invoke(args: readonly FeelValue[]): FeelValue;
}

export const isString = (value: FeelValue): value is string => typeof value === 'string';
export const isNumber = (value: FeelValue): value is number => typeof value === 'number';
export const isBoolean = (value: FeelValue): value is boolean => typeof value === 'boolean';
export const isNothing = (value: FeelValue): value is null | undefined => value === null || value === undefined;
export const isAny = (value: FeelValue): value is FeelValue => value !== undefined;
export const isList = (value: FeelValue): value is readonly FeelValue[] => Array.isArray(value);
export const isDateTime = (value: FeelValue): value is FeelDateTime => has(value, 'isLuxonDateTime');
export const isDuration = (value: FeelValue): value is FeelDuration => has(value, 'isLuxonDuration');
export const isRange = (value: FeelValue): value is FeelRange => has(value, 'start included');
export const isLambda = (value: FeelValue): value is FeelLambda => has(value, 'parameterNames');

export const isContext = (value: FeelValue): value is Readonly<Record<string, FeelValue>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function has(value: FeelValue, property: string): boolean {
  return typeof value === 'object' && value !== null && !isContext(value) && property in value;
}

/** Name of a value's type, as `instance of` and messages use it. */
export function typeOf(value: FeelValue): string {
  if (isNothing(value)) return 'null';
  if (isList(value)) return 'list';
  if (isContext(value)) return 'context';
  if (isDuration(value)) return isYearMonth(value) ? 'years and months duration' : 'days and time duration';
  if (isDateTime(value)) return isTime(value) ? 'time' : isDate(value) ? 'date' : 'date and time';
  if (isRange(value)) return 'range';
  return isLambda(value) ? 'function' : typeof value;
}

// The library tells its dates apart by these marks: a time is one on 1900-01-01, a date one at midnight in the zone
// object that it makes dates in. https://github.com/bpmn-io/feelin/blob/main/src/types.ts
export const isTime = ({ year, month, day }: FeelDateTime): boolean => year === 1900 && month === 1 && day === 1;

export function isDate(value: FeelDateTime): boolean {
  return value.zone === dateZone() && value.hour + value.minute + value.second + value.millisecond === 0;
}

export function isYearMonth(duration: FeelDuration): boolean {
  const units = Object.keys(duration.toObject());
  return units.length > 0 && units.every((unit) => unit === 'years' || unit === 'months');
}

let zone: FeelZone | undefined;

/** The zone object of dates without a time. */
export function dateZone(): FeelZone {
  zone ??= (libraryDate('2000-01-01') as unknown as FeelDateTime).zone;
  return zone;
}
