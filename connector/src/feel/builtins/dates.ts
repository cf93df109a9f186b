import { clockOf, secondsOf, two } from '../normalise.ts';
import { FeelFailure } from '../signals.ts';
import {
  atMoment,
  findZone,
  localZone,
  ofMonths,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../temporal.ts';
import {
  isDate,
  isDateTime,
  isDuration,
  isNothing,
  isNumber,
  isString,
  isTime,
  type FeelDateTime,
  type FeelValue,
} from '../values.ts';
import { define, type Current, type FeelFunction, type FeelFunctions } from './define.ts';

const isDay = (value: FeelValue): value is FeelDateTime => isDateTime(value) && !isTime(value);

const isClock = (value: FeelValue): value is FeelDateTime => isDateTime(value) && isTime(value);

function dayOf({ year, month, day }: FeelDateTime): FeelDateTime | null {
  return parseDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** The same fields of a day with another's clock and zone. */
function joined(day: FeelDateTime, clock: FeelDateTime): FeelDateTime {
  return clock.set({ year: day.year, month: day.month, day: day.day });
}

function now(current: Current): FeelDateTime {
  const { epochMs, zone = 'Z' } = current().world.now();
  const found = findZone(zone);
  if (found === undefined) throw new Error(`The world's clock has no time zone ${zone}.`);
  return atMoment(epochMs, found);
}

function makeTime(hour: FeelValue, minute: FeelValue, second: FeelValue, offset: FeelValue): FeelValue {
  if (!isNumber(hour) || !isNumber(minute) || !isNumber(second)) return null;
  const fraction = second % 1 === 0 ? '' : String(second).replace(/^\d*/, '');
  const zone = isDuration(offset) ? clockOf(secondsOf(offset)) : isNothing(offset) ? '' : undefined;
  if (zone === undefined) return null;
  const text = [hour, minute, second].map((field) => two(Math.trunc(field))).join(':');
  return text.startsWith('24') ? null : parseTime(text + fraction + zone);
}

/** Whole months from one day to another. */
function monthsBetween(from: FeelDateTime, to: FeelDateTime): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}

const fieldOf = (read: (day: FeelDateTime) => FeelValue): FeelFunction => define(['date'], [isDay], read);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

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

/** Functions that make and read dates, times and durations, as strict about text as the engine is. */
export function dates(current: Current): FeelFunctions {
  return {
    date: Object.assign(
      (year: FeelValue, month: FeelValue, day: FeelValue, from: FeelValue): FeelValue => {
        const source = from ?? year;
        if (isString(source)) return parseDate(source);
        if (isDay(source)) return dayOf(source);
        if (!isNumber(year) || !isNumber(month) || !isNumber(day)) return null;
        return parseDate(
          [String(Math.trunc(year)).padStart(4, '0'), two(Math.trunc(month)), two(Math.trunc(day))].join('-'),
        );
      },
      { $args: ['year', 'month', 'day', 'from'] },
    ),
    time: Object.assign(
      (hour: FeelValue, minute: FeelValue, second: FeelValue, offset: FeelValue, from: FeelValue): FeelValue => {
        const source = from ?? hour;
        if (isString(source)) return parseTime(source);
        if (isDateTime(source))
          return isDate(source) ? parseTime('00:00:00Z') : source.set({ year: 1900, month: 1, day: 1 });
        return makeTime(hour, minute, second, offset);
      },
      { $args: ['hour', 'minute', 'second', 'offset', 'from'] },
    ),
    'date and time': Object.assign(
      (date: FeelValue, time: FeelValue, from: FeelValue, timezone: FeelValue): FeelValue => {
        const source = from ?? date;
        const other = time ?? timezone;
        if (isString(source)) return isNothing(other) ? parseDateTime(source) : null;
        if (!isDay(source)) return null;
        if (isClock(other)) return joined(source, other);
        return isString(other) && !isDate(source) ? inZone(source, other) : null;
      },
      { $args: ['date', 'time', 'from', 'timezone'] },
    ),
    duration: define(['from'], [isString], parseDuration),
    'years and months duration': define(['from', 'to'], [isDay, isDay], (from, to) =>
      ofMonths(monthsBetween(from, to)),
    ),
    now: define([], [], () => now(current)),
    today: define([], [], () => dayOf(now(current))),
    'day of week': fieldOf(({ weekday }) => WEEKDAYS[weekday - 1] ?? null),
    'day of year': fieldOf(({ ordinal }) => ordinal),
    'week of year': fieldOf(({ weekNumber }) => weekNumber),
    'month of year': fieldOf(({ month }) => MONTHS[month - 1] ?? null),
    'last day of month': fieldOf((day) => dayOf(day.set({ day: day.daysInMonth }))),
  };
}

/** The same moment in another zone; a local one is taken to be there. */
function inZone(moment: FeelDateTime, name: string): FeelDateTime {
  const zone = findZone(name);
  if (zone === undefined) throw new FeelFailure(`There is no time zone ${name}.`);
  return moment.setZone(zone, { keepLocalTime: moment.zone === localZone() });
}
