import { parseJson } from '@eventbridge-kit/issue';
import { evaluateStaticText, quoteFeel } from 'camunda-feel';

/** A place where the engine does not take a static text as it is written. */
export interface Escape {
  /** Offset of the backslash in the text. */
  readonly from: number;
  /** As written, for example `\\n`; the backslash alone at the end of the text. */
  readonly text: string;
  /** What it becomes, in words; absent where the engine cannot read the text at all. */
  readonly becomes?: string;
}

/** The escapes of FEEL that the engine reads; every other backslash stays as it is. */
// feel-engine 1.19 (Camunda 8.8) at work: https://github.com/camunda/feel-scala
const BECOMES: Readonly<Record<string, string>> = {
  '\\': 'one backslash',
  "'": 'a single quote',
  b: 'a backspace',
  f: 'a form feed',
  n: 'a line break',
  r: 'a carriage return',
  t: 'a tab',
};

/**
 * Where the engine reads something else than what is written in a mapping's static text, the worst first. It makes a FEEL
 * string of the text: a backslash before each double quote, nothing before a backslash.
 */
export function escapesIn(text: string): readonly Escape[] {
  if (!text.includes('\\') || arrivesAsWritten(text)) return [];
  const found: Escape[] = [];
  for (const { 0: escape, index: from } of text.matchAll(/\\[\s\S]?/g)) {
    const [, character] = escape;
    if (character === undefined || character === '"') return [{ from, text: escape }];
    const becomes = Object.hasOwn(BECOMES, character) ? BECOMES[character] : undefined;
    if (becomes !== undefined) found.push({ from, text: escape, becomes });
  }
  return found;
}

/** Two backslashes before a quote are one before and one for the quote that the engine escapes. */
function arrivesAsWritten(text: string): boolean {
  const arrives = evaluateStaticText(text);
  return arrives.status === 'ok' && arrives.value === text;
}

/** Control characters and halves of characters: no file holds them. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const HAS_NO_FORM = /[\0-\x08\x0B\f\x0E-\x1F]|\p{Cs}/u;

const JSON_STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** The expression that gives what a text says: a context or list for such JSON, else a string. */
export function asFeel(text: string): string {
  return `=${jsonAsFeel(text) ?? quoteFeel(text)}`;
}

/** Undefined for what is no JSON, and for JSON that FEEL cannot say: control characters, numbers with an exponent. */
function jsonAsFeel(text: string): string | undefined {
  if (!/^\s*[{[]/.test(text) || parseJson(text) === undefined) return undefined;
  let isSayable = !/\d[eE]/.test(text.replace(JSON_STRING, ''));
  const feel = text.replace(JSON_STRING, (literal: string, colon = '') => {
    const value = JSON.parse(literal.slice(0, literal.length - String(colon).length)) as string; // a JSON string
    const quoted = quoteFeel(value);
    // A key is kept as it stands, escapes and all; a sign that only JSON can write has no form in FEEL.
    if (HAS_NO_FORM.test(value) || (colon !== '' && quoted.includes('\\'))) isSayable = false;
    return `${quoted}${String(colon)}`;
  });
  return isSayable ? feel : undefined;
}
