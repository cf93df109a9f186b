import { type Json, isJsonObject } from '@eventbridge-kit/issue';
import type { JobProperty } from './definition.ts';
import type { ReadFailure } from './values/job-value.ts';

/** The words of an issue: what is wrong, what was found, what to write instead. */
export interface Subject {
  readonly label: string;
  readonly field: string;
  readonly property: JobProperty;
}

function found(subject: Subject, value: Json | undefined): string {
  return describeFound(value, subject.property.secret === true);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** An order to write what the property takes. */
function wanted({ field, property }: Subject): string {
  const { accepts = property.job.expects, example } = property.reference ?? {};
  return `Write in ${field}: ${accepts}${example === undefined ? '' : `, for example ${example}`}.`;
}

export function requiredMessage(subject: Subject, value: Json | undefined): string {
  const blanks = typeof value === 'string' && value !== '' ? ', found only blanks' : '';
  return `${subject.label} is required${blanks}. ${wanted(subject)}`;
}

export function readMessage(subject: Subject, value: Json, failure: ReadFailure): string {
  return `${subject.label} ${failure.wrong}, found ${found(subject, failure.found === undefined ? value : failure.found)}. ${sentence(failure.instead)}`;
}

function quoted(subject: Subject, text: string): string {
  return subject.property.secret === true
    ? `${text.length} characters`
    : `${text.length} characters (${found(subject, text)})`;
}

export function tooShortMessage(subject: Subject, text: string, minLength: number): string {
  return `${subject.label} is too short, found ${quoted(subject, text)}. Write at least ${minLength}.`;
}

export function tooLongMessage(subject: Subject, text: string, maxLength: number): string {
  return `${subject.label} is too long, found ${quoted(subject, text)}. Write at most ${maxLength}.`;
}

/** The template's own message continues the label, and says what to write. */
export function patternMessage(subject: Subject, text: string, pattern: string, message: string | undefined): string {
  return message === undefined
    ? `${subject.label} has the wrong form, found ${found(subject, text)}. Write text that matches ${pattern}.`
    : `${subject.label} ${message.replace(/\.$/, '')}, found ${found(subject, text)}.`;
}

export function containerMessage(path: string, value: Json, secret: boolean, inner: readonly string[]): string {
  return `${path} must hold its inputs as a context, found ${describeFound(value, secret)}. Map ${inner.join(', ')} one by one.`;
}

/** Longest part of a found value that a message repeats, in UTF-16 code units: enough to recognise it in a log line. */
export const MAX_FOUND_LENGTH = 80;

function cut(text: string): string {
  return text.length <= MAX_FOUND_LENGTH ? text : `${text.slice(0, MAX_FOUND_LENGTH)}...`;
}

/** What a value is, in one word or two: `text`, `a number`, `a list`. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a context';
  return { string: 'text', number: 'a number', boolean: 'a boolean' }[typeof value as 'string' | 'number' | 'boolean'];
}

/** The scalar as it would be written, its kind for lists and contexts; of a secret, the kind alone. */
export function describeFound(value: Json | undefined, secret: boolean): string {
  if (secret || value === undefined || value === null || typeof value === 'object') return kindOf(value);
  if (typeof value === 'string') return `"${cut(value)}"`;
  return `${kindOf(value)} (${String(value)})`;
}

/**
 * What lets an empty field through at the start of a pattern. The modeler tests the pattern of an empty field with
 * `undefined`, which a regular expression reads as that word; a job's text is tested without this part.
 */
// https://github.com/bpmn-io/bpmn-js-element-templates (propertyGetter, matchesPattern; since 2.37)
export const EMPTY_FIELD = '^(?:undefined)?$|';

/** The pattern for a text that is there. */
export function withoutEmptyField(pattern: string): string {
  return pattern.startsWith(EMPTY_FIELD) ? pattern.slice(EMPTY_FIELD.length) : pattern;
}
