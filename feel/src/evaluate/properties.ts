import { fromInt } from '../values/number.ts';
import {
  FeelDateTime,
  FeelDuration,
  FeelMonths,
  FeelTime,
  isDate,
  isLocalDateTime,
  isLocalTime,
  type Temporal,
} from '../values/temporal.ts';
import type { FeelValue } from '../values/value.ts';

type Properties = Readonly<Record<string, FeelValue>>;

/** A property of a date, a time or a duration; undefined where the value has none of that name. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  const properties = propertiesOf(value);
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

export function propertiesOf(value: FeelValue): Properties {
  if (isDate(value)) return dayOf(value);
  if (isLocalTime(value)) return { ...clockOf(value), ...NOWHERE };
  if (isLocalDateTime(value)) return { ...dayOf(value), ...clockOf(value), ...NOWHERE };
  if (value instanceof FeelTime) return { ...clockOf(value.time), ...placeOf(value) };
  if (value instanceof FeelDateTime) return { ...dayOf(value.local), ...clockOf(value.local), ...placeOf(value) };
  if (value instanceof FeelMonths) {
    return { years: fromInt(Math.trunc(value.months / 12)), months: fromInt(value.months % 12) };
  }
  if (!(value instanceof FeelDuration)) return {};
  const { seconds } = value;
  return {
    days: fromInt(seconds / 86_400n),
    hours: fromInt((seconds / 3600n) % 24n),
    minutes: fromInt((seconds / 60n) % 60n),
    seconds: fromInt(seconds % 60n),
  };
}

const NOWHERE: Properties = { 'time offset': null, timezone: null };

function dayOf(day: Temporal.PlainDate | Temporal.PlainDateTime): Properties {
  return {
    year: fromInt(day.year),
    month: fromInt(day.month),
    day: fromInt(day.day),
    weekday: fromInt(day.dayOfWeek),
  };
}

function clockOf(time: Temporal.PlainTime | Temporal.PlainDateTime): Properties {
  return { hour: fromInt(time.hour), minute: fromInt(time.minute), second: fromInt(time.second) };
}

function placeOf({ offsetSeconds, region }: FeelTime | FeelDateTime): Properties {
  return { 'time offset': FeelDuration.ofSeconds(offsetSeconds), timezone: region ?? null };
}
