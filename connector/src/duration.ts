import { quote } from '@eventbridge-kit/issue';

/** A duration in milliseconds, or why the text is none. */
type DurationResult = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly message: string };

// ISO 8601 as java.time.Duration reads it, which is what Camunda's runtime does with these headers:
// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/Duration.html#parse(java.lang.CharSequence)
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;

const CALENDAR_UNITS = /^P(?:\d+[YMW])+/i;

/** Longest text that a message repeats, in UTF-16 units: a duration is short. */
const MAX_QUOTED_CHARS = 40;

const UNIT_MS = [86_400_000, 3_600_000, 60_000, 1000] as const;

/**
 * Reads an ISO 8601 duration of days, hours, minutes and seconds, rounded to a millisecond. Years and months have no
 * fixed length, and weeks are unknown to Camunda's runtime: both are refused, as is a negative duration.
 */
export function parseDurationMs(text: string): DurationResult {
  const trimmed = text.trim();
  const refuse = (what: string, remedy: string): DurationResult => ({
    ok: false,
    message: `${what}: found ${quote(trimmed, MAX_QUOTED_CHARS)}, write ${remedy}.`,
  });
  const parts = DURATION.exec(trimmed)?.slice(1) as (string | undefined)[] | undefined;
  if (parts === undefined || parts.every((part) => part === undefined) || /t$/i.test(trimmed)) {
    if (/^[+-]?P?-/i.test(trimmed)) return refuse('A negative duration', 'one of 0 or more, for example PT30S');
    if (CALENDAR_UNITS.test(trimmed)) {
      return refuse('A duration in years, months or weeks', 'it in days, hours, minutes and seconds, for example P14D');
    }
    return refuse('Not an ISO 8601 duration', 'for example PT30S for 30 seconds or PT5M for 5 minutes');
  }
  const ms = Math.round(
    parts.reduce((sum, part, unit) => sum + Number((part ?? '0').replace(',', '.')) * (UNIT_MS[unit] ?? 0), 0),
  );
  return Number.isSafeInteger(ms)
    ? { ok: true, ms }
    : refuse('A duration that is too long', 'a shorter one, for example P365D');
}
