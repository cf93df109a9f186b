import type { Issue, IssueFix, Severity } from '@eventbridge-kit/connector';

/** Longest piece of a user's text that a message quotes, in characters. */
const MAX_QUOTED_CHARS = 80;

interface Finding {
  readonly rule: string;
  readonly field: string;
  /** What is wrong, for example `Source is too long`. */
  readonly wrong: string;
  /** What was found, for example `300 characters`. */
  readonly found: string;
  /** What to write instead, as a whole sentence. */
  readonly instead: string;
  readonly fix?: IssueFix;
  /** Default `error`. */
  readonly severity?: Severity;
}

/** An issue in the one formula: what is wrong, what was found, what to write instead. */
export function issue({ rule, field, wrong, found, instead, fix, severity = 'error' }: Finding): Issue {
  const message = `${wrong}: found ${found}. ${instead}`;
  return { rule, severity, field, message, ...(fix && { fix }) };
}

/** A user's text as a message shows it: in quotes, control characters escaped, cut after 80 characters. */
export function quote(text: string): string {
  return text.length > MAX_QUOTED_CHARS
    ? `${JSON.stringify(text.slice(0, MAX_QUOTED_CHARS))}...`
    : JSON.stringify(text);
}

/** A text without quotes, such as a number's digits, cut after 80 characters. */
export function shorten(text: string): string {
  return text.length > MAX_QUOTED_CHARS ? `${text.slice(0, MAX_QUOTED_CHARS)}...` : text;
}

/** True for text a user sees as empty. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** `1 character`, `300 characters`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
