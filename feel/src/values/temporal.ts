import { Temporal } from 'temporal-polyfill';
import { EngineFailure, Unknown } from '../signals.ts';
import { standardOffset, type Zone } from './zone.ts';

export type FeelDate = Temporal.PlainDate;
export type FeelLocalTime = Temporal.PlainTime;
export type FeelLocalDateTime = Temporal.PlainDateTime;

export const NANOS_PER_SECOND = 1_000_000_000n;

const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;

/** A time of day with an offset, and with the region that the offset comes from. */
export class FeelTime {
  readonly time: Temporal.PlainTime;
  readonly offsetSeconds: number;
  /** Absent where only an offset was given. */
  readonly region: string | undefined;

  constructor(time: Temporal.PlainTime, offsetSeconds: number, region?: string) {
    this.time = time;
    this.offsetSeconds = offsetSeconds;
    this.region = region;
  }

  /** Nanoseconds of the day in UTC; below 0 where it is the day before. */
  get nanos(): bigint {
    return nanosOfDay(this.time) - BigInt(this.offsetSeconds) * NANOS_PER_SECOND;
  }

  static inZone(time: Temporal.PlainTime, zone: Zone, nowMs: number): FeelTime {
    if (zone.kind === 'offset') return new FeelTime(time, zone.seconds);
    return new FeelTime(time, standardOffset(zone.id, nowMs), zone.id);
  }
}

/** A date and a time in a zone. */
export class FeelDateTime {
  readonly local: Temporal.PlainDateTime;
  readonly offsetSeconds: number;
  readonly region: string | undefined;

  constructor(local: Temporal.PlainDateTime, offsetSeconds: number, region?: string) {
    this.local = local;
    this.offsetSeconds = offsetSeconds;
    this.region = region;
  }

  /** Nanoseconds since 1970 in UTC. */
  get epochNanos(): bigint {
    return this.local.toZonedDateTime('UTC').epochNanoseconds - BigInt(this.offsetSeconds) * NANOS_PER_SECOND;
  }

  get zone(): Zone {
    return this.region === undefined
      ? { kind: 'offset', seconds: this.offsetSeconds }
      : { kind: 'region', id: this.region };
  }

  /** A local time that a change of the clock skips moves on; one that it repeats is the earlier, or keeps its offset. */
  static of(local: Temporal.PlainDateTime, zone: Zone, preferred?: number): FeelDateTime {
    if (zone.kind === 'offset') return new FeelDateTime(local, zone.seconds);
    const earlier = local.toZonedDateTime(zone.id, { disambiguation: 'compatible' });
    const later = local.toZonedDateTime(zone.id, { disambiguation: 'later' });
    const repeated = later.toPlainDateTime().equals(local) && offsetOf(later) === preferred;
    const found = repeated ? later : earlier;
    return new FeelDateTime(found.toPlainDateTime(), offsetOf(found), zone.id);
  }

  static at(epochNanos: bigint, zone: Zone): FeelDateTime {
    const instant = new Temporal.Instant(epochNanos);
    if (zone.kind === 'offset') {
      const moved = new Temporal.Instant(epochNanos + BigInt(zone.seconds) * NANOS_PER_SECOND);
      return new FeelDateTime(moved.toZonedDateTimeISO('UTC').toPlainDateTime(), zone.seconds);
    }
    const found = instant.toZonedDateTimeISO(zone.id);
    return new FeelDateTime(found.toPlainDateTime(), offsetOf(found), zone.id);
  }
}

function offsetOf(value: Temporal.ZonedDateTime): number {
  return Math.round(value.offsetNanoseconds / 1e9);
}

/** A duration of years and months, in months. */
export class FeelMonths {
  readonly months: number;

  constructor(months: number) {
    // The engine counts years and months in 32 bits: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Period.html
    if (Math.abs(months) > 2 ** 31 - 1) throw new EngineFailure('A duration is longer than the engine can count.');
    this.months = months === 0 ? 0 : months;
  }
}

/** A duration of days and times. */
export class FeelDuration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    // Seconds in 64 bits: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Duration.html
    if (BigInt.asIntN(64, nanos / NANOS_PER_SECOND) !== nanos / NANOS_PER_SECOND) {
      throw new EngineFailure('A duration is longer than the engine can count.');
    }
    this.nanos = nanos;
  }

  static ofSeconds(seconds: number | bigint): FeelDuration {
    return new FeelDuration(BigInt(seconds) * NANOS_PER_SECOND);
  }

  /** Whole seconds, rounded down. */
  get seconds(): bigint {
    const whole = this.nanos / NANOS_PER_SECOND;
    return whole * NANOS_PER_SECOND > this.nanos ? whole - 1n : whole;
  }

  /** Whole milliseconds, rounded down as the engine's are. */
  get millis(): bigint {
    const whole = this.nanos / 1_000_000n;
    const floor = whole * 1_000_000n > this.nanos ? whole - 1n : whole;
    if (BigInt.asIntN(64, floor) !== floor) throw new EngineFailure('A duration is longer than the engine can count.');
    return floor;
  }
}

export type FeelTemporal =
  FeelDate | FeelLocalTime | FeelTime | FeelLocalDateTime | FeelDateTime | FeelMonths | FeelDuration;

export function isDate(value: unknown): value is FeelDate {
  return value instanceof Temporal.PlainDate;
}
export function isLocalTime(value: unknown): value is FeelLocalTime {
  return value instanceof Temporal.PlainTime;
}
export function isLocalDateTime(value: unknown): value is FeelLocalDateTime {
  return value instanceof Temporal.PlainDateTime;
}

export function isTemporal(value: unknown): value is FeelTemporal {
  return (
    isDate(value) ||
    isLocalTime(value) ||
    isLocalDateTime(value) ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelMonths ||
    value instanceof FeelDuration
  );
}

export function nanosOfDay(time: Temporal.PlainTime): bigint {
  const seconds = time.hour * 3600 + time.minute * 60 + time.second;
  return BigInt(seconds) * NANOS_PER_SECOND + BigInt(time.millisecond * 1e6 + time.microsecond * 1e3 + time.nanosecond);
}

/** Moves a time round the clock. */
export function plusNanos(time: Temporal.PlainTime, nanos: bigint): Temporal.PlainTime {
  const moved = (((nanosOfDay(time) + nanos) % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY;
  const [seconds, rest] = [Number(moved / NANOS_PER_SECOND), Number(moved % NANOS_PER_SECOND)];
  return timeOf(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, rest);
}

export function timeOf(hour: number, minute: number, second: number, nanos: number): Temporal.PlainTime {
  const [milli, micro] = [Math.floor(nanos / 1e6), Math.floor(nanos / 1e3) % 1e3];
  return new Temporal.PlainTime(hour, minute, second, milli, micro, nanos % 1e3);
}

/** Nanoseconds since 1970 of a date with a time that is nowhere in particular. */
export function localNanos(value: Temporal.PlainDateTime): bigint {
  return value.toZonedDateTime('UTC').epochNanoseconds;
}

export function localAt(nanos: bigint): Temporal.PlainDateTime {
  return new Temporal.Instant(nanos).toZonedDateTimeISO('UTC').toPlainDateTime();
}

/** Dates further away than the platform's calendar reaches are not told; the engine's reaches further. */
export function withinCalendar<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Unknown('A date this far away is not known here.');
    throw error;
  }
}

export { Temporal };
