import { describeFound } from './found.ts';
import type { JobProperty } from './definition.ts';
import type { Json } from './json.ts';
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
  const blank = typeof value === 'string' ? (value === '' ? 'empty text' : 'only blanks') : found(subject, value);
  return `${subject.label} is required, found ${blank}. ${wanted(subject)}`;
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
