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

const found = (subject: Subject, value: Json | undefined): string =>
  describeFound(value, subject.property.secret === true);

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** An order to write what the property takes. */
const wanted = ({ field, property }: Subject): string => {
  const { accepts = property.job.expects, example } = property.reference ?? {};
  return `Write in ${field}: ${accepts}${example === undefined ? '' : `, for example ${example}`}.`;
};

export const requiredMessage = (subject: Subject, value: Json | undefined): string => {
  const blank = typeof value === 'string' ? (value === '' ? 'empty text' : 'only blanks') : found(subject, value);
  return `${subject.label} is required, found ${blank}. ${wanted(subject)}`;
};

export const readMessage = (subject: Subject, value: Json, failure: ReadFailure): string =>
  `${subject.label} ${failure.wrong}, found ${found(subject, failure.found === undefined ? value : failure.found)}. ${sentence(failure.instead)}`;

const quoted = (subject: Subject, text: string): string =>
  subject.property.secret === true
    ? `${text.length} characters`
    : `${text.length} characters (${found(subject, text)})`;

export const tooShortMessage = (subject: Subject, text: string, minLength: number): string =>
  `${subject.label} is too short, found ${quoted(subject, text)}. Write at least ${minLength}.`;

export const tooLongMessage = (subject: Subject, text: string, maxLength: number): string =>
  `${subject.label} is too long, found ${quoted(subject, text)}. Write at most ${maxLength}.`;

/** The template's own message continues the label, and says what to write. */
export const patternMessage = (subject: Subject, text: string, pattern: string, message: string | undefined): string =>
  message === undefined
    ? `${subject.label} has the wrong form, found ${found(subject, text)}. Write text that matches ${pattern}.`
    : `${subject.label} ${message.replace(/\.$/, '')}, found ${found(subject, text)}.`;

export const containerMessage = (path: string, value: Json, secret: boolean, inner: readonly string[]): string =>
  `${path} must hold its inputs as a context, found ${describeFound(value, secret)}. Map ${inner.join(', ')} one by one.`;
