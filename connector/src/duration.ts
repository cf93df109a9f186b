/** A duration in milliseconds, or why the text is none. */
export type DurationResult =
  { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly message: string };

const PATTERN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?)?$/;

/** Reads an ISO 8601 duration of days, hours, minutes and seconds. Years and months have no fixed length and are refused. */
export function parseDurationMs(text: string): DurationResult {
  const match = PATTERN.exec(text.trim());
  if (match === null || /[PT]$/.test(text.trim())) {
    return { ok: false, message: `Not an ISO 8601 duration: found "${text}", write for example PT30S.` };
  }
  const [days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return { ok: true, ms: Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000) };
}
