import { withoutEmptyField, type Subject, patternMessage, tooLongMessage, tooShortMessage } from './message.ts';
import type { JobInputRule } from './issue.ts';

/** A constraint that the text breaks. */
export interface Breach {
  readonly rule: JobInputRule;
  readonly message: string;
}

/** Checks text against the property's constraints; the first breach is enough for a user to act on. */
export function checkConstraints(subject: Subject, text: string): Breach | undefined {
  const { minLength, maxLength, pattern } = subject.property.constraints ?? {};
  if (minLength !== undefined && text.length < minLength) {
    return { rule: 'too-short', message: tooShortMessage(subject, text, minLength) };
  }
  if (maxLength !== undefined && text.length > maxLength) {
    return { rule: 'too-long', message: tooLongMessage(subject, text, maxLength) };
  }
  if (pattern === undefined) return undefined;
  const { value: written, message } = typeof pattern === 'string' ? { value: pattern, message: undefined } : pattern;
  const value = withoutEmptyField(written);
  return compiled(value).test(text)
    ? undefined
    : { rule: 'pattern-mismatch', message: patternMessage(subject, text, value, message) };
}

/** Patterns of definitions, compiled once for all jobs. */
const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern);
  if (patterns.size < MAX_PATTERNS) patterns.set(pattern, made);
  return made;
}

/** More patterns than the definitions of one program have. */
const MAX_PATTERNS = 1_000;
