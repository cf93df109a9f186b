import type { SyntaxNode } from '@lezer/common';

/** Why a text is not FEEL, at its first place. */
export interface SyntaxProblem {
  /** Offsets in the field's text, the leading `=` included. */
  readonly from: number;
  readonly to: number;
  /** Both counted from 1 in the text after the `=`; a column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** What stands there: `"}"`, or `the end of the expression`. */
  readonly found: string;
  /** What to write instead, where the mistake is a known one. */
  readonly hint?: string;
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

/** The first mistake of a broken expression; undefined where the engine may read what this parser does not. */
export function syntaxProblem(error: SyntaxNode, source: string, offset: number): SyntaxProblem | undefined {
  const at = skipWhiteSpace(source, error.from);
  const rest = source.slice(at);
  if (isEnginesOwn(source, at)) return undefined;
  const hint = TRAILING_COMMA.test(source.slice(0, at))
    ? 'Leave out the comma before it.'
    : HINTS.find(([found]) => found.test(rest))?.[1];
  const { line, column } = positionAt(source, at);
  const [char] = rest;
  return {
    from: Math.min(at, Math.max(0, source.length - 1)) + offset,
    to: Math.min(Math.max(error.to, at + 1), source.length) + offset,
    line,
    column,
    found: char === undefined ? 'the end of the expression' : JSON.stringify(char),
    ...(hint !== undefined && { hint }),
  };
}

/** The engine's FEEL allows `$` in names, and still has the old functions `and(...)` and `or(...)`. */
// https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-list/
function isEnginesOwn(source: string, at: number): boolean {
  return source.includes('$') || /^(and|or)\s*\(/.test(source.slice(at));
}

function skipWhiteSpace(source: string, from: number): number {
  const found = source.slice(from).search(/\S/);
  return found < 0 ? source.length : from + found;
}

function positionAt(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}
