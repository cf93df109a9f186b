import {
  FeelDateTime,
  FeelDuration,
  FeelMonths,
  FeelTime,
  Temporal,
  timeOf,
  withinCalendar,
  type FeelDate,
  type FeelLocalDateTime,
  type FeelTemporal,
} from './temporal.ts';
import { parseOffset, parseRegion, type Zone } from './zone.ts';

// The texts that feel-engine takes: https://github.com/camunda/feel-scala/blob/1.19.3/src/main/scala/org/camunda/package.scala
const DAY = String.raw`-?(?:[1-9]\d{0,4})?\d{4}-[01]\d-[0-3]\d`;
const DATE = new RegExp(`^${DAY}$`);
const CLOCK = String.raw`T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,9})?`;
const DATE_TIME = new RegExp(`^${DAY}${CLOCK}$`);
const ZONED = new RegExp(String.raw`^${DAY}${CLOCK}(?:[+-][01]\d:[0-5]\d|Z|@.*)$`);
const ZONED_TIME = /^T?\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[+-]\d\d:\d\d|Z|@.*)$/;
const MONTHS = /^-?P-?(?:\d+Y)?-?(?:\d+M)?$/;
const DAYS = /^-?P(?:-?(?:\d+D)?(?:T-?(?:\d+H)?-?(?:\d+M)?-?(?:\d+(?:.\d*)?S)?)?)$/;

/** Reads a temporal text by its look, as `@"..."` does. */
export function parseAt(text: string, nowMs: number): FeelTemporal | null {
  if (DATE.test(text)) return parseDate(text);
  if (ZONED_TIME.test(text)) return parseTime(text, nowMs);
  if (ZONED.test(text) || DATE_TIME.test(text)) return parseDateTime(text);
  if (MONTHS.test(text) || DAYS.test(text)) return parseDuration(text);
  return parseTime(text, nowMs);
}

export function parseDate(text: string): FeelDate | null {
  if (!DATE.test(text)) return null;
  const [, sign = '', year = '', month, day] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (sign === '-' && /^0+$/.test(year)) return null;
  const fields = { year: Number(sign + year), month: Number(month), day: Number(day) };
  // Any year has the days of one of 400.
  if (!exists({ ...fields, year: 2000 + (((fields.year % 400) + 400) % 400) })) return null;
  return withinCalendar(() => Temporal.PlainDate.from(fields));
}

function exists(fields: { readonly year: number; readonly month: number; readonly day: number }): boolean {
  try {
    Temporal.PlainDate.from(fields, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** A date alone is its midnight. */
export function parseDateTime(text: string): FeelLocalDateTime | FeelDateTime | null {
  const midnight = parseDate(text);
  if (midnight !== null) return withinCalendar(() => midnight.toPlainDateTime());
  const [, day = '', clock = '', place = ''] =
    /^(-?\d+-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?(?:\.\d*)?)(.*)$/.exec(text) ?? [];
  const date = parseDate(day);
  const time = parseClock(clock, false);
  if (date === null || time === undefined) return null;
  if (place === '') return withinCalendar(() => date.toPlainDateTime(time));
  if (!ZONED.test(text)) return null;
  const zone = parseZone(place);
  return zone === undefined ? null : withinCalendar(() => FeelDateTime.of(date.toPlainDateTime(time), zone));
}

export function parseTime(text: string, nowMs: number): Temporal.PlainTime | FeelTime | null {
  const [, clock = '', place = ''] = /^T?(\d\d:\d\d(?::\d\d)?(?:\.\d*)?)(.*)$/s.exec(text) ?? [];
  const time = parseClock(clock, true);
  if (time === undefined) return null;
  if (place === '') return time;
  if (!ZONED_TIME.test(text)) return null;
  const zone = parseZone(place);
  return zone === undefined ? null : FeelTime.inZone(time, zone, nowMs);
}

/** @param endOfDay whether 24:00 is a time: it is midnight */
function parseClock(text: string, endOfDay: boolean): Temporal.PlainTime | undefined {
  const [, hour = '', minute = '', second, fraction] = /^(\d\d):(\d\d)(?::(\d\d))?(?:\.(\d{0,9}))?$/.exec(text) ?? [];
  if (hour === '' || (second === undefined && fraction !== undefined)) return undefined;
  const nanos = Number((fraction ?? '').padEnd(9, '0'));
  const parts = [Number(hour), Number(minute), Number(second ?? 0)] as const;
  if (endOfDay && parts[0] === 24 && parts[1] + parts[2] + nanos === 0) return timeOf(0, 0, 0, 0);
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return undefined;
  return timeOf(...parts, nanos);
}

function parseZone(text: string): Zone | undefined {
  const name = text.startsWith('@') ? text.slice(1) : text;
  return parseOffset(name) ?? (name === text ? undefined : parseRegion(name));
}

/** @param anyCase whether small letters are read too: a text in the expression itself may have them */
export function parseDuration(text: string, anyCase = false): FeelMonths | FeelDuration | null {
  if (MONTHS.test(text)) return parseMonths(text);
  return anyCase || DAYS.test(text) ? parseDays(text.toUpperCase()) : null;
}

function parseMonths(text: string): FeelMonths | null {
  const [, sign, years, months] = /^(-?)P(-?\d+Y)?(-?\d+M)?$/.exec(text) ?? [];
  if (years === undefined && months === undefined) return null;
  const parts = [years, months].map((part) => Number(part?.slice(0, -1) ?? 0));
  if (parts.some((part) => Math.abs(part) > 2 ** 31 - 1)) return null;
  const [y = 0, m = 0] = parts;
  return new FeelMonths((sign === '-' ? -1 : 1) * (y * 12 + m));
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Duration.html#parse(java.lang.CharSequence)
const DURATION =
  /^([+-]?)P(?:([+-]?\d+)D)?(T(?=.)(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+)(?:[.,](\d{0,9}))?S)?)?$/;

function parseDays(text: string): FeelDuration | null {
  const [, sign, days, time, hours, minutes, seconds, fraction] = DURATION.exec(text) ?? [];
  if (days === undefined && time === undefined) return null;
  const whole =
    BigInt(days ?? 0) * 86_400n + BigInt(hours ?? 0) * 3600n + BigInt(minutes ?? 0) * 60n + BigInt(seconds ?? 0);
  const nanos = BigInt((fraction ?? '').padEnd(9, '0')) * (seconds?.startsWith('-') === true ? -1n : 1n);
  const total = whole * 1_000_000_000n + nanos;
  if (BigInt.asIntN(64, whole) !== whole) return null;
  return new FeelDuration(sign === '-' ? -total : total);
}
