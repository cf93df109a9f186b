import { date as libraryDate, duration as libraryDuration } from '@bpmn-io/feelin';
import { FeelUnsupported } from './signals.ts';
import { dateZone, type FeelDateTime, type FeelDuration, type FeelZone } from './values.ts';

// What the engine accepts: a year of four to nine digits, seconds that may be left out, a zone or an offset at the end.
// https://docs.camunda.io/docs/components/modeler/feel/language-guide/feel-data-types/
const DAY = String.raw`-?(?:[1-9]\d{3,8}|0\d{3})-\d\d-\d\d`;
const CLOCK = String.raw`\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw`Z|[+-]\d\d:\d\d|@[A-Za-z0-9_+:/-]+`;
const DATE = new RegExp(`^${DAY}$`);
const DATE_TIME = new RegExp(`^(${DAY})(?:T(${CLOCK})(${ZONE})?)?$`);
const TIME = new RegExp(`^T?(${CLOCK})(${ZONE})?$`);
const DURATION =
  /^[+-]?P(?=.)(?:(?:[+-]?\d+Y)?(?:[+-]?\d+M)?|(?:[+-]?\d+D)?(?:T(?=.)(?:[+-]?\d+H)?(?:[+-]?\d+M)?(?:[+-]?\d+(?:[.,]\d{0,9})?S)?)?)$/i;

/** Largest offset in minutes: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/ZoneOffset.html */
const MAX_OFFSET = 18 * 60;

// The library's own types speak of luxon, which brings none.
const makeDateTime = libraryDate as unknown as (text: string, time: undefined, zone?: FeelZone) => FeelDateTime;
const makeDuration = libraryDuration as unknown as (text: string) => LibraryDuration;

type FixedZone = new (offsetMinutes: number) => FeelZone;

const fixedZones = new Map<string, FeelZone>();

/** One zone object for each name, none of them that of dates, so that midnight UTC stays a date with a time. */
function fixedZone(name: string, offsetMinutes: number): FeelZone {
  const known = fixedZones.get(name);
  if (known !== undefined) return known;
  // luxon's FixedOffsetZone; the library does not hand it out by name.
  const zone = new (dateZone().constructor as FixedZone)(offsetMinutes);
  fixedZones.set(name, zone);
  return zone;
}

/** The zone of dates with a time that name none: they are nowhere in particular, so no clock change touches them. */
export function localZone(): FeelZone {
  return fixedZone('local', 0);
}

export function offsetZone(offsetMinutes: number): FeelZone {
  return fixedZone(String(offsetMinutes), offsetMinutes);
}

/** A zone from `Z`, `+02:00` or the name of a region; undefined when there is none. */
export function findZone(name: string): FeelZone | undefined {
  if (name === 'Z') return offsetZone(0);
  const match = /^([+-])(\d\d):(\d\d)$/.exec(name);
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    return minutes > MAX_OFFSET || Number(match[3]) > 59
      ? undefined
      : offsetZone(match[1] === '-' ? -minutes : minutes);
  }
  if (!/^(?:UTC|GMT|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(name)) return undefined;
  const { zone, isValid } = read(`2000-01-01T00:00:00@${name}`);
  if (isValid && zone.type !== 'iana') throw new FeelUnsupported(`How the zone ${name} is written is not known here.`);
  return isValid ? zone : undefined;
}

export function parseDate(text: string): FeelDateTime | null {
  if (!DATE.test(text)) return null;
  const value = read(withSign(text));
  return value.isValid ? value : null;
}

export function parseDateTime(text: string): FeelDateTime | null {
  if (text.endsWith(']')) throw new FeelUnsupported('A zone in brackets is read by some engines only.');
  const [, day = '', clock = '00:00:00', zone = ''] = DATE_TIME.exec(text) ?? [];
  return day === '' || clock.startsWith('24') ? null : place(`${withSign(day)}T${clock}`, zone);
}

/** A time is a date with a time on the first day of 1900, as the library has it. */
export function parseTime(text: string): FeelDateTime | null {
  const [, clock = '', zone = ''] = TIME.exec(text) ?? [];
  if (clock === '' || (zone !== '' && clock.length === 5)) return null;
  const value = place(`1900-01-01T${clock === '24:00:00' ? '00:00:00' : clock}`, zone);
  return value?.day === 1 ? value : null;
}

/** Days and times count in seconds, carried over to days; years and months in both. */
export function parseDuration(text: string): FeelDuration | null {
  if (!DURATION.test(text)) return null;
  if (/\d{10}/.test(text)) throw new FeelUnsupported('A duration is longer than can be told here.');
  const value = makeDuration(text.replaceAll('+', '').toUpperCase().replace(',', '.').replace('.S', 'S'));
  if (!value.isValid) return null;
  return /[YM]/i.test(text.split(/T/i)[0] ?? '') ? value.shiftTo('years', 'months') : carried(value);
}

interface LibraryDuration extends FeelDuration {
  readonly isValid: boolean;
  shiftTo(...units: string[]): LibraryDuration;
}

/** A duration of days and times with each unit in its bounds. */
export function carried(duration: FeelDuration): FeelDuration {
  return (duration as LibraryDuration).shiftTo('days', 'hours', 'minutes', 'seconds');
}

export function ofMonths(months: number): FeelDuration {
  return makeDuration(`P${Math.trunc(months)}M`).shiftTo('years', 'months');
}

export function ofSeconds(seconds: number): FeelDuration {
  return carried(makeDuration(`PT${seconds}S`));
}

/** Local text in a zone. */
export function place(local: string, zone: string): FeelDateTime | null {
  const name = zone.startsWith('@') ? zone.slice(1) : zone;
  const found = name === '' ? localZone() : findZone(name);
  if (found === undefined) return null;
  const value = read(local, found);
  return value.isValid ? (value.getPossibleOffsets()[0] ?? value) : null;
}

/** The moment, as a zone's clock shows it. */
export function atMoment(epochMs: number, zone: FeelZone): FeelDateTime {
  const utc = new Date(epochMs).toISOString().replace('Z', '');
  const value = read(utc, offsetZone(0));
  return zone === offsetZone(0) ? value : value.setZone(zone);
}

function read(text: string, zone?: FeelZone): FeelDateTime {
  if (/\.\d{4}/.test(text) || /^[+-]?\d{7}/.test(text))
    throw new FeelUnsupported('A date or time is finer, or further away, than can be told here.');
  return makeDateTime(text, undefined, zone);
}

/** ISO 8601 wants six digits and a sign for other years than those of four digits. */
function withSign(day: string): string {
  const [, sign = '', year = '', rest = ''] = /^(-?)(\d+)(-.*)$/.exec(day) ?? [];
  return year.length > 4 || sign !== '' ? `${sign === '' ? '+' : sign}${year.padStart(6, '0')}${rest}` : day;
}
