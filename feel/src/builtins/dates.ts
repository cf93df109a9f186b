import type { ResultType } from './data.ts';
import {
  FeelDateTime,
  FeelMonths,
  FeelTime,
  isDate,
  isLocalDateTime,
  isLocalTime,
  timeOf,
  withinCalendar,
  FeelDuration,
  type FeelDate,
  type FeelLocalTime,
} from '../values/temporal.ts';
import { EngineFailure } from '../signals.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/parse-temporal.ts';
import { fromInt, toInt, type FeelNumber, remainder, ONE } from '../values/number.ts';
import { parseOffset, parseRegion, UTC, type Zone } from '../values/zone.ts';
import type { FeelValue, Outcome } from '../values/value.ts';
import { any, error, nothing, number, on, text, either, type Builtin, type Builtins, type Guard } from './define.ts';

/** The day of a date with or without a time. */
function dayOf(value: FeelValue): FeelDate | undefined {
  if (isDate(value)) return value;
  if (isLocalDateTime(value)) return value.toPlainDate();
  return value instanceof FeelDateTime ? value.local.toPlainDate() : undefined;
}

function ofDay(body: (day: FeelDate) => FeelValue, result: ResultType, since?: string): Builtin {
  return {
    overloads: [
      on(['date'], [any], ([value]) => {
        const day = dayOf(value);
        return day && body(day);
      }),
    ],
    result,
    ...(since !== undefined && { since }),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A date and a time of day in one. */
function together(day: FeelDate, time: FeelLocalTime | FeelTime): FeelValue {
  return withinCalendar(() => {
    if (isLocalTime(time)) return day.toPlainDateTime(time);
    const zone: Zone =
      time.region === undefined ? { kind: 'offset', seconds: time.offsetSeconds } : { kind: 'region', id: time.region };
    return FeelDateTime.of(day.toPlainDateTime(time.time), zone);
  });
}

/** A date with a time at another place: the same moment, or the same clock where it had no place. */
function placed(value: FeelValue, name: string): FeelValue | undefined {
  if (!isLocalDateTime(value) && !(value instanceof FeelDateTime)) return undefined;
  const zone = parseOffset(name) ?? parseRegion(name);
  if (zone === undefined) throw new EngineFailure(`There is no time zone "${name}".`);
  return withinCalendar(() =>
    isLocalDateTime(value) ? FeelDateTime.of(value, zone) : FeelDateTime.at(value.epochNanos, zone),
  );
}

/** A time of day; undefined where the clock has none such. Nanoseconds are what stands behind the point. */
function clockTime(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, exact = true): FeelLocalTime | undefined {
  const parts = [hour, minute, second].map(toInt);
  const nanos = exact ? toInt(remainder(second, ONE).movePointRight(9)) : 0;
  const [h = 0, m = 0, s = 0] = parts;
  const exists = h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60 && nanos >= 0;
  return exists ? timeOf(h, m, s, nanos) : undefined;
}

const NO_TIME = 'There is no such time.';

function timeWith(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, offset: FeelDuration | null): Outcome {
  const time = clockTime(hour, minute, second, offset !== null);
  if (time === undefined) return error(NO_TIME);
  if (offset === null) return time;
  const seconds = Number(BigInt.asIntN(32, offset.seconds));
  return Math.abs(seconds) > 18 * 3600 ? error(NO_TIME) : new FeelTime(time, seconds);
}

function timeFrom(value: FeelValue, nowMs: number): Outcome | undefined {
  if (text(value)) return parseTime(value, nowMs) ?? error('Failed to parse a time.');
  if (isLocalDateTime(value)) return value.toPlainTime();
  if (isDate(value)) return FeelTime.inZone(timeOf(0, 0, 0, 0), UTC, nowMs);
  if (!(value instanceof FeelDateTime)) return undefined;
  return new FeelTime(value.local.toPlainTime(), value.offsetSeconds, value.region);
}

function dateFrom(year: FeelNumber, month: FeelNumber, day: FeelNumber): Outcome {
  const [y, m, d] = [toInt(year), toInt(month), toInt(day)];
  const size = String(Math.abs(y)).padStart(4, '0');
  const parts = [m, d].map((part) => String(part).padStart(2, '0'));
  return parseDate(`${y < 0 ? '-' : ''}${[size, ...parts].join('-')}`) ?? error('There is no such date.');
}

/** Whole months from one day to another. */
function monthsBetween(from: FeelDate, to: FeelDate): FeelMonths {
  const whole = (to.year - from.year) * 12 + to.month - from.month;
  const rest = to.day - from.day;
  return new FeelMonths(whole > 0 && rest < 0 ? whole - 1 : whole < 0 && rest > 0 ? whole + 1 : whole);
}

const duration: Guard<FeelDuration> = (value): value is FeelDuration => value instanceof FeelDuration;

/** Functions that make dates, times and durations, and take them apart. */
export const DATES: Builtins = {
  date: {
    overloads: [
      on(['from'], [any], ([from]) =>
        text(from) ? (parseDate(from) ?? error('Failed to parse a date.')) : dayOf(from),
      ),
      on(['year', 'month', 'day'], [number, number, number], ([year, month, day]) => dateFrom(year, month, day)),
    ],
    result: 'temporal',
  },
  'date and time': {
    overloads: [
      on(['from'], [text], ([from]) => parseDateTime(from) ?? error('Failed to parse a date and time.')),
      on(['date', 'time'], [any, any], ([date, time]) => {
        if (text(time)) return placed(date, time);
        const day = dayOf(date);
        return day && (isLocalTime(time) || time instanceof FeelTime) ? together(day, time) : undefined;
      }),
    ],
    result: 'temporal',
  },
  time: {
    overloads: [
      on(['from'], [any], ([from], { world }) => timeFrom(from, world.now().epochMs)),
      on(
        ['hour', 'minute', 'second'],
        [number, number, number],
        ([hour, minute, second]) => clockTime(hour, minute, second) ?? error(NO_TIME),
      ),
      on(
        ['hour', 'minute', 'second', 'offset'],
        [number, number, number, either(duration, nothing)],
        ([hour, minute, second, offset]) => timeWith(hour, minute, second, offset),
      ),
    ],
    result: 'temporal',
  },
  duration: {
    overloads: [on(['from'], [text], ([from]) => parseDuration(from) ?? error('Failed to parse a duration.'))],
    result: 'temporal',
  },
  'years and months duration': {
    overloads: [
      on(['from', 'to'], [any, any], ([from, to]) => {
        const [start, end] = [dayOf(from), dayOf(to)];
        return start && end && monthsBetween(start, end);
      }),
    ],
    result: 'temporal',
  },
  now: { overloads: [on([], [], (_none, evaluation) => evaluation.now())], result: 'temporal' },
  today: { overloads: [on([], [], (_none, evaluation) => evaluation.now().local.toPlainDate())], result: 'temporal' },
  'day of year': ofDay((day) => fromInt(day.dayOfYear), 'number'),
  'day of week': ofDay((day) => DAYS[day.dayOfWeek - 1] ?? null, 'string'),
  'month of year': ofDay((day) => MONTHS[day.month - 1] ?? null, 'string'),
  'week of year': ofDay((day) => fromInt(day.weekOfYear ?? 0), 'number'),
  'last day of month': ofDay((day) => day.with({ day: day.daysInMonth }), 'temporal', '8.2'),
};
