import { parseDurationMs } from '@eventbridge-kit/connector';

const UNITS: readonly (readonly [pattern: RegExp, write: (amount: string) => string])[] = [
  [/^(?:milliseconds?|millis|ms)$/, (amount) => `PT${Number(amount) / 1000}S`],
  [/^(?:|s|secs?|seconds?)$/, (amount) => `PT${amount}S`],
  [/^(?:m|mins?|minutes?)$/, (amount) => `PT${amount}M`],
  [/^(?:h|hours?|hrs?)$/, (amount) => `PT${amount}H`],
  [/^(?:d|days?)$/, (amount) => `P${amount}D`],
  [/^(?:w|weeks?)$/, (amount) => `P${Number(amount) * 7}D`],
];

/** The ISO 8601 duration that a text most likely means: `30s`, `5 min`, `P1W`, `PT30`. Undefined when none is near. */
export function suggestDuration(text: string): string | undefined {
  const match = /^[-+]?\s*(?:P?T|P)?\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*([a-z]*)$/i.exec(text.trim());
  const amount = match?.[1]?.replace(',', '.');
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (amount === undefined || Number(amount) === 0) return undefined;
  const written = UNITS.find(([pattern]) => pattern.test(unit))?.[1](amount);
  return written !== undefined && written !== text && parseDurationMs(written).ok ? written : undefined;
}
