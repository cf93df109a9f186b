import { type Json, isJsonObject } from './json.ts';

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
