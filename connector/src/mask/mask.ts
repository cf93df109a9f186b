import type { Issue, Json } from '@eventbridge-kit/issue';
import { mapJson, someInJson } from '../json-walk.ts';
import { formsOf } from './forms.ts';

/** Hides secret values: every occurrence becomes `***`. */
export interface Mask {
  text(text: string): string;
  /** Keys, strings, and numbers that spell a secret. Where there is none, the value itself comes back. */
  json(value: Json): Json;
}

/** What stands in place of a secret. */
const MASKED = '***';

/**
 * Shortest value, in UTF-16 units, that is masked wherever it occurs. A shorter one says too little to be a secret, and
 * masking each of its occurrences would make every message unreadable; it is masked where it is the whole text.
 */
const MIN_MASKED_LENGTH = 4;

/**
 * A mask for the secret values of one job: as they are, escaped for JSON (once and twice), encoded for a URL and in
 * base64, also within longer base64 text. Overlapping occurrences are masked as one. The start of a secret is masked too
 * where `...` says that the text was cut there: a message may quote a long value in part.
 */
export function createMask(values: Iterable<string>): Mask {
  const secrets = new Set([...values].filter((value) => value !== ''));
  const forms = [...secrets].filter((value) => value.length >= MIN_MASKED_LENGTH).flatMap(formsOf);
  const needles = [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_LENGTH);
  if (secrets.size === 0) return { text: (text) => text, json: (value) => value };
  const shortest = needles.reduce((length, needle) => Math.min(length, needle.length), Infinity);
  const suspect = suspectPattern(needles);
  const isSuspect = (input: string): boolean => secrets.has(input) || (input.length >= shortest && suspect.test(input));
  const text = (input: string): string => {
    if (!isSuspect(input)) return input;
    return secrets.has(input) ? MASKED : maskOccurrences(input, needles);
  };
  const hasNumber = [...secrets, ...needles].some((one) => NUMBER.test(one));
  const isSuspectPart = (part: string | number | boolean | null): boolean =>
    typeof part === 'string' ? isSuspect(part) : hasNumber && typeof part === 'number' && isSuspect(String(part));
  const leaf = (value: string | number | boolean | null): Json => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'number') return value;
    const masked = text(String(value));
    return masked === String(value) ? value : masked;
  };
  return { text, json: (value) => (someInJson(value, isSuspectPart) ? mapJson(value, { leaf, key: text }) : value) };
}

/** An issue with secrets hidden wherever a user's text may stand: a field's name may come from a key. */
export function maskIssue(issue: Issue, mask: Mask): Issue {
  const { field, message, fix } = issue;
  return {
    ...issue,
    field: mask.text(field),
    message: mask.text(message),
    ...(fix !== undefined && { fix: { title: mask.text(fix.title), value: mask.text(fix.value) } }),
  };
}

/** What can stand in the text of a number. */
const NUMBER = /^[-+.\de]+$/;

/** What a text has that a mask may change: a form of a secret, or a cut. One look at each text of each job. */
function suspectPattern(needles: readonly string[]): RegExp {
  const literals = needles.map((needle) => needle.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  return new RegExp([...literals, CUT.source].join('|'));
}

/** Where characters of a text are. */
interface Span {
  readonly from: number;
  to: number;
}

function maskOccurrences(input: string, needles: readonly string[]): string {
  const spans: Span[] = [];
  for (const needle of needles) {
    for (let from = input.indexOf(needle); from >= 0; from = input.indexOf(needle, from + 1)) {
      const last = spans.at(-1);
      if (last !== undefined && from >= last.from && from <= last.to) last.to = Math.max(last.to, from + needle.length);
      else spans.push({ from, to: from + needle.length });
    }
  }
  if (CUT.test(input)) for (const needle of needles) spans.push(...cutOccurrences(input, needle));
  if (spans.length === 0) return input;
  spans.sort((a, b) => a.from - b.from);
  let masked = '';
  let end = 0;
  for (const { from, to } of spans) {
    if (from >= end) masked += input.slice(end, from) + MASKED;
    end = Math.max(end, to);
  }
  return masked + input.slice(end);
}

/** What says that a text goes on: a quoted one is closed before. */
const CUT = /\.\.\.|\u2026/;
const CUT_HERE = /["'`]?(?:\.\.\.|\u2026)/y;

/** Where the text has the start of a secret, and was cut there. */
function cutOccurrences(input: string, needle: string): Span[] {
  const spans: Span[] = [];
  const head = needle.slice(0, MIN_MASKED_LENGTH);
  for (let from = input.indexOf(head); from >= 0; from = input.indexOf(head, from + 1)) {
    let to = from + head.length;
    while (to - from < needle.length && input[to] === needle[to - from]) to += 1;
    CUT_HERE.lastIndex = to;
    if (CUT_HERE.test(input)) spans.push({ from, to });
  }
  return spans;
}
