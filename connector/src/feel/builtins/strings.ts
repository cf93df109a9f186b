import { FeelFailure } from '../signals.ts';
import { isNothing, isNumber, isString, type FeelValue } from '../values.ts';
import { define, either, optional, type FeelFunctions } from './define.ts';
import { matcherOf, replacementOf } from './patterns.ts';

const nothingOr = either(isString, isNothing);

/** Positions count from 1 in UTF-16 units, or from the end by a negative one; outside the text the engine fails. */
function substring(text: string, position: number, length?: number): string {
  const index = Math.trunc(position);
  if (index === 0) return '';
  const from = index > 0 ? index - 1 : text.length + index;
  const count = Math.trunc(length ?? text.length);
  if (from < 0 || from > text.length || count < 0) throw new FeelFailure('A position lies outside the text.');
  return text.slice(from, from + count);
}

function split(text: string, pattern: string): FeelValue {
  const matcher = matcherOf(pattern, '', text);
  if (matcher === null) return null;
  const parts: string[] = [];
  let end = 0;
  for (const found of text.matchAll(matcher)) {
    // An empty match at the very beginning separates nothing.
    if (found.index === 0 && found[0] === '') continue;
    parts.push(text.slice(end, found.index));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

// Blanks of java.lang.String.trim: all up to the space. https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/String.html#trim()
// eslint-disable-next-line no-control-regex -- control characters are blanks there
const EDGES = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

// Blanks of java.lang.Character.isWhitespace: no-break spaces are none.
// eslint-disable-next-line no-control-regex -- four separators among the control characters are blanks
const BLANK = /^(?:(?![\u00a0\u2007\u202f\ufeff])[\s\u001c-\u001f])*$/;

/** Functions of strings that the library lacks, or counts and splits in another way. */
export const strings: FeelFunctions = {
  substring: define(
    ['string', 'start position', 'length'],
    [isString, isNumber, optional(isNumber)],
    (text, start, length) => substring(text, start, length),
  ),
  'string length': define(['string'], [isString], (text) => text.length),
  matches: define(
    ['input', 'pattern', 'flags'],
    [isString, isString, optional(isString)],
    (text, pattern, flags = '') => {
      return matcherOf(pattern, flags, text)?.test(text) ?? null;
    },
  ),
  replace: define(
    ['input', 'pattern', 'replacement', 'flags'],
    [isString, isString, isString, optional(isString)],
    (text, pattern, replacement, flags = '') => {
      const matcher = matcherOf(pattern, flags, text);
      return matcher === null ? null : text.replace(matcher, replacementOf(replacement, matcher));
    },
  ),
  split: define(['string', 'delimiter'], [isString, isString], split),
  extract: define(['string', 'pattern'], [isString, isString], (text, pattern) => {
    const matcher = matcherOf(pattern, '', text);
    return matcher === null ? null : Array.from(text.matchAll(matcher), ([found]) => found);
  }),
  trim: define(['string'], [isString], (text) => text.replace(EDGES, '')),
  'is blank': define(['string'], [isString], (text) => BLANK.test(text)),
  'string join': define(
    ['list', 'delimiter', 'prefix', 'suffix'],
    [Array.isArray, either(nothingOr, optional(isString)), optional(isString), optional(isString)],
    (list, delimiter, prefix = '', suffix = '') => {
      const texts = (list as readonly FeelValue[]).filter((item) => !isNothing(item));
      return texts.every(isString) ? prefix + texts.join(delimiter ?? '') + suffix : null;
    },
  ),
};
