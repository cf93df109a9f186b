import { isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'input.time';

/**
 * Date, time and offset as RFC 3339 writes them. A zone name after the offset, as Camunda writes a FEEL date and time
 * (`2026-11-23T10:00:00+01:00[Europe/Berlin]` or `...@Europe/Berlin`), may follow; the offset alone counts. Seconds may be
 * left out, because engines before 8.8 write a FEEL date and time on the full minute without them: `2026-11-23T10:00Z`.
 */
// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
export const TIME_PATTERN = String.raw`^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+\-][0-9]{2}:[0-9]{2})(\[[A-Za-z0-9_+\-\/]+\]|@[A-Za-z0-9_+\-\/]+)?$`;

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))(?:\[[A-Za-z0-9_+\-/]+\]|@[A-Za-z0-9_+\-/]+)?$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\[[^\]]*\]|@.*)?$/;

const EXAMPLE = '"2026-11-23T10:00:00Z" or "2026-11-23T11:00:00+01:00"';

/**
 * The same moment as an ISO text in UTC with milliseconds, which is as fine as the AWS clients send it; further digits
 * are cut. Undefined when it is no RFC 3339 time, or no day of the calendar.
 */
export function normalizeTime(value: string): string | undefined {
  const match = TIME.exec(value);
  if (!match) return undefined;
  const at = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [at(1), at(2), at(3), at(4), at(5), at(6)];
  const [offsetHour, offsetMinute] = [at(9), at(10)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const sign = match[8] === '-' ? -1 : 1;
  date.setUTCHours(hour, minute - sign * (offsetHour * 60 + offsetMinute), second, milliseconds);
  const iso = date.toISOString();
  // An offset can push a time out of the years that four digits hold.
  return /^\d{4}-/.test(iso) ? iso : undefined;
}

/** RFC 3339 date and time with an offset; left out, the event's time is that of the call. */
export function checkTime(value: string): Issue[] {
  if (normalizeTime(value) !== undefined) return [];
  const found = isBlank(value) ? (foundBlank(value) ?? quote(value)) : quote(value);
  const base = { rule: 'time-format', field: FIELD, found } as const;
  if (TIME.test(value)) {
    return [
      eventIssue({
        ...base,
        wrong: 'The time names a day or an hour that does not exist',
        instead: `Write a real date and time, for example ${EXAMPLE}.`,
      }),
    ];
  }
  if (WITHOUT_OFFSET.test(value)) {
    return [
      eventIssue({
        ...base,
        wrong: 'The time has no offset from UTC',
        instead: `Add "Z" or an offset, for example ${EXAMPLE}.`,
      }),
    ];
  }
  return [
    eventIssue({
      ...base,
      wrong: 'The time is not an RFC 3339 date and time',
      instead: `Write it like ${EXAMPLE}, or leave it out for the time of the call.`,
    }),
  ];
}
