import type { FeelDuration } from './temporal.ts';
import {
  FeelDateTime,
  FeelMonths,
  FeelTime,
  NANOS_PER_SECOND,
  isDate,
  isLocalDateTime,
  isLocalTime,
  type FeelTemporal,
  type Temporal,
} from './temporal.ts';
import { offsetText } from './zone.ts';

/** `text` is what `string(...)` shows, `json` what the engine stores in a variable, `iso` what `to json(...)` writes. */
export type TemporalForm = 'text' | 'json' | 'iso';

/**
 * A temporal value as text. In a variable a region stands after its offset, and a time without a zone leaves out seconds
 * of 0; `string(...)` shows the region alone, and all seconds.
 */
export function temporalText(value: FeelTemporal, form: TemporalForm): string {
  if (isDate(value)) return dayText(value);
  if (isLocalTime(value)) return form === 'json' ? shortClock(value) : clock(value);
  if (value instanceof FeelTime) {
    const isRegion = value.region !== undefined && form !== 'iso';
    return clock(value.time) + (isRegion ? `@${value.region}` : offsetText(value.offsetSeconds));
  }
  if (isLocalDateTime(value)) return localText(value, form);
  if (value instanceof FeelDateTime) return zonedText(value, form);
  if (value instanceof FeelMonths) return form === 'iso' ? javaPeriod(value) : monthsText(value);
  return form === 'iso' ? javaDuration(value) : durationText(value);
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Period.html#toString()
function javaPeriod({ months }: FeelMonths): string {
  return months === 0 ? 'P0D' : `P${part(Math.trunc(months / 12), 'Y')}${part(months % 12, 'M')}`;
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Duration.html#toString()
function javaDuration({ nanos }: FeelDuration): string {
  if (nanos === 0n) return 'PT0S';
  const seconds = nanos / NANOS_PER_SECOND;
  const [rest, fraction] = [seconds % 60n, nanos % NANOS_PER_SECOND];
  const digits = String(fraction < 0n ? -fraction : fraction)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const sign = rest === 0n && fraction < 0n ? '-' : '';
  const last = digits === '' ? part(rest, 'S') : `${sign}${rest}.${digits}S`;
  return `PT${part(seconds / 3600n, 'H')}${part((seconds / 60n) % 60n, 'M')}${last}`;
}

/** Only in a variable a year of more than four digits has its sign. */
function localText(value: Temporal.PlainDateTime, form: TemporalForm): string {
  const day = dayText(value);
  return `${form === 'text' ? day.replace('+', '') : day}T${clock(value)}`;
}

function zonedText({ local, offsetSeconds, region }: FeelDateTime, form: TemporalForm): string {
  const offset = offsetText(offsetSeconds);
  if (region === undefined) return localText(local, form) + offset;
  return form !== 'text' ? `${localText(local, form)}${offset}[${region}]` : `${localText(local, form)}@${region}`;
}

export function dayText({ year, month, day }: Temporal.PlainDate | Temporal.PlainDateTime): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : digits.length > 4 ? '+' : ''}${digits}-${two(month)}-${two(day)}`;
}

type Clock = Pick<Temporal.PlainTime, 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond'>;

/** Seconds always, and as many digits behind the point as there are. */
export function clock(time: Clock): string {
  const fraction = fractionOf(time).replace(/0+$/, '');
  return `${two(time.hour)}:${two(time.minute)}:${two(time.second)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Nine digits. */
function fractionOf({ millisecond, microsecond, nanosecond }: Clock): string {
  return [millisecond, microsecond, nanosecond].map((part) => String(part).padStart(3, '0')).join('');
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/LocalTime.html#toString()
export function shortClock(time: Clock): string {
  const fraction = fractionOf(time).replace(/(?:000){1,3}$/, '');
  const minutes = `${two(time.hour)}:${two(time.minute)}`;
  if (fraction !== '') return `${minutes}:${two(time.second)}.${fraction}`;
  return time.second === 0 ? minutes : `${minutes}:${two(time.second)}`;
}

function monthsText({ months }: FeelMonths): string {
  const size = Math.abs(months);
  return size === 0 ? 'P0Y' : `${months < 0 ? '-' : ''}P${part(Math.floor(size / 12), 'Y')}${part(size % 12, 'M')}`;
}

/** Whole seconds, one sign for all. */
function durationText({ seconds }: FeelDuration): string {
  const size = seconds < 0n ? -seconds : seconds;
  if (size === 0n) return 'P0D';
  const time = part((size / 3600n) % 24n, 'H') + part((size / 60n) % 60n, 'M') + part(size % 60n, 'S');
  return `${seconds < 0n ? '-' : ''}P${part(size / 86_400n, 'D')}${time === '' ? '' : `T${time}`}`;
}

function part(value: number | bigint, unit: string): string {
  return Number(value) === 0 ? '' : `${value}${unit}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
