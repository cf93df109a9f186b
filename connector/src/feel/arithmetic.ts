import { secondsOf, tidy } from './normalise.ts';
import { FeelFailure, FeelUnsupported } from './signals.ts';
import { localZone, ofMonths, ofSeconds } from './temporal.ts';
import {
  isDate,
  isDateTime,
  isDuration,
  isNumber,
  isString,
  isTime,
  isYearMonth,
  typeOf,
  type FeelDateTime,
  type FeelDuration,
  type FeelValue,
} from './values.ts';

type Operation = (a: FeelValue, b: FeelValue) => FeelValue;

/** The engine's arithmetic, by the operator's sign; null where the types do not fit. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  '+': (a, b) => {
    if (isString(a) && isString(b)) return a + b;
    if (isNumber(a) && isNumber(b)) return tidy(a + b);
    if (isDuration(a) && isDuration(b)) return durations(a, b, (x, y) => x + y);
    if (isDateTime(a) && isDuration(b)) return moved(a, b);
    return isDuration(a) && isDateTime(b) ? moved(b, a) : null;
  },
  '-': (a, b) => {
    if (isNumber(a) && isNumber(b)) return tidy(a - b);
    if (isDuration(a) && isDuration(b)) return durations(a, b, (x, y) => x - y);
    if (isDateTime(a) && isDuration(b)) return moved(a, b.negate());
    return isDateTime(a) && isDateTime(b) ? between(a, b) : null;
  },
  '*': (a, b) => {
    if (isNumber(a) && isNumber(b)) return tidy(a * b);
    // The engine takes the whole part of the factor.
    if (isDuration(a) && isNumber(b)) return scaled(a, (length) => length * Math.trunc(b));
    return isNumber(a) && isDuration(b) ? scaled(b, (length) => length * Math.trunc(a)) : null;
  },
  '/': (a, b) => {
    if (isNumber(a) && isNumber(b)) return b === 0 ? null : tidy(a / b);
    if (isDuration(a) && isNumber(b)) return Math.trunc(b) === 0 ? null : scaled(a, (length) => length / Math.trunc(b));
    if (!isDuration(a) || !isDuration(b) || isYearMonth(a) !== isYearMonth(b) || lengthOf(b) === 0) return null;
    return Math.trunc(lengthOf(a) / lengthOf(b));
  },
  '**': (a, b) => {
    if (!isNumber(a) || !isNumber(b)) return null;
    const power = a ** b;
    if (Number.isFinite(power)) return tidy(power);
    throw new FeelFailure('A power is no finite number.');
  },
};

export function calculate(a: FeelValue, operator: string, b: FeelValue): FeelValue {
  return OPERATIONS[operator]?.(a, b) ?? null;
}

/** Months, or seconds. */
function lengthOf(duration: FeelDuration): number {
  return isYearMonth(duration) ? duration.years * 12 + duration.months : secondsOf(duration);
}

function scaled(duration: FeelDuration, scale: (length: number) => number): FeelDuration {
  const length = scale(lengthOf(duration));
  return isYearMonth(duration) ? ofMonths(Math.trunc(length)) : ofSeconds(length);
}

function durations(a: FeelDuration, b: FeelDuration, join: (a: number, b: number) => number): FeelValue {
  if (isYearMonth(a) !== isYearMonth(b)) return null;
  return scaled(a, (length) => join(length, lengthOf(b)));
}

/** A date moves by whole days, a time round the clock; a moment in a region by time that passes, not by its clock. */
function moved(value: FeelDateTime, duration: FeelDuration): FeelValue {
  if (isYearMonth(duration)) return isTime(value) ? null : value.plus({ months: lengthOf(duration) });
  const seconds = secondsOf(duration);
  if (isTime(value)) return value.plus({ seconds }).set({ year: 1900, month: 1, day: 1 });
  return value.plus({ seconds: isDate(value) ? Math.floor(seconds / 86_400) * 86_400 : seconds });
}

function between(a: FeelDateTime, b: FeelDateTime): FeelValue {
  if (typeOf(a) !== typeOf(b) || (a.zone === localZone()) !== (b.zone === localZone())) return null;
  if (isTime(a) && a.offset !== b.offset) throw new FeelUnsupported('The time between two offsets is not known here.');
  return ofSeconds((a.valueOf() - b.valueOf()) / 1000);
}
