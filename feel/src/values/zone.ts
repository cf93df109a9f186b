import { Temporal } from 'temporal-polyfill';

/** Where a time is: at an offset from UTC, or in a region whose offset changes. */
export type Zone =
  { readonly kind: 'offset'; readonly seconds: number } | { readonly kind: 'region'; readonly id: string };

export const UTC: Zone = { kind: 'offset', seconds: 0 };

/** Largest offset in seconds: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/ZoneOffset.html */
const MAX_OFFSET = 18 * 3600;

/** An offset such as `Z` or `+02:00`; undefined where there is none. */
export function parseOffset(text: string): Zone | undefined {
  if (text === 'Z') return UTC;
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total > MAX_OFFSET) return undefined;
  return { kind: 'offset', seconds: sign === '-' && total > 0 ? -total : total };
}

/** IANA names that Java does not have. */
const NOT_IN_JAVA = new Set(['EST', 'MST', 'HST']);

/** A region by its IANA name, written as it is listed; undefined where there is none. */
export function parseRegion(id: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9~/._+-]+$/.test(id) || NOT_IN_JAVA.has(id)) return undefined;
  try {
    const found = new Temporal.ZonedDateTime(0n, id).timeZoneId;
    return found === id ? { kind: 'region', id } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The offset of a region without summer time, in seconds, in the year of a moment. */
export function standardOffset(id: string, nowMs: number): number {
  const year = new Date(nowMs).getUTCFullYear();
  const offsets = [0, 6].map((month) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, month, 1));
    return instant.toZonedDateTimeISO(id).offsetNanoseconds / 1e9;
  });
  return Math.min(...offsets);
}

/** `Z`, `+02:00`, and `+02:00:30` where there are seconds. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 === 0 ? [] : [size % 60])];
  return (seconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
