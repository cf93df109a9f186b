import type { TextRange } from './node.ts';

/** Why a text is not FEEL, at its first place. */
export interface SyntaxProblem extends TextRange {
  /** Both counted from 1; a column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** What stands there: `"}"`, or `the end of the expression`. */
  readonly found: string;
  /** What to write instead, where the mistake is a known one. */
  readonly hint?: string;
  /** All of it in words. */
  readonly message: string;
}

/** The habits of other languages, by what stands at the place, and what FEEL wants. */
const HINTS: readonly (readonly [found: RegExp, hint: string])[] = [
  [/^'/, 'Write strings in double quotes.'],
  [/^[\u2018\u2019\u201c\u201d]/, 'Write plain double quotes instead of typographic ones.'],
  [/^&/, 'Write "and".'],
  [/^\|/, 'Write "or".'],
  [/^\?/, 'Write "if ... then ... else ...".'],
  [/^!/, 'Write "not(...)".'],
  [/^;/, 'One expression has no end mark: leave it out.'],
  [/^"/, 'Close the string with a double quote, and put an operator or a comma between two values.'],
  [/^%/, 'Write "modulo(a, b)".'],
];

const TRAILING_COMMA = /,\s*$/;

/** The problem at the place where something else was expected. */
export function problemOf(text: string, at: number): SyntaxProblem {
  const place = skipWhiteSpace(text, at);
  const rest = text.slice(place);
  const hint = TRAILING_COMMA.test(text.slice(0, place))
    ? 'Leave out the comma before it.'
    : text.slice(0, place).endsWith('=') && rest.startsWith('=')
      ? 'Write "=" once.'
      : HINTS.find(([found]) => found.test(rest))?.[1];
  const { line, column } = positionAt(text, place);
  const [character] = rest;
  const found = character === undefined ? 'the end of the expression' : JSON.stringify(character);
  return {
    from: Math.min(place, Math.max(0, text.length - 1)),
    to: Math.min(place + 1, text.length),
    line,
    column,
    found,
    ...(hint !== undefined && { hint }),
    message: `Not a FEEL expression: unexpected ${found}${hint === undefined ? '.' : `. ${hint}`}`,
  };
}

function skipWhiteSpace(text: string, from: number): number {
  const found = text.slice(from).search(/\S/);
  return found < 0 ? text.length : from + found;
}

function positionAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}
