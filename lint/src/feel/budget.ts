/**
 * The parser's time grows with the square of a context's entries, it recurses, and it gives up (as on a syntax error)
 * where some 600 operators stand in a row. Beyond these bounds, far above what a person writes, an expression is not
 * read: what cannot be known is not reported.
 */
const MAX_TOKENS = 1000;
const MAX_ENTRIES = 200;
const MAX_NESTING = 80;

const TOKEN = /"(?:[^"\\]|\\.)*"|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/suy;

/** True for an expression that is parsed within a blink. */
export function isWithinBudget(text: string): boolean {
  let tokens = 0;
  let entries = 0;
  let nesting = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) {
      at += 1;
      continue;
    }
    at += token.length;
    tokens += 1;
    if (token === ':') entries += 1;
    if (token === '{' || token === '[' || token === '(') nesting += 1;
    if (token === '}' || token === ']' || token === ')') nesting -= 1;
    if (tokens > MAX_TOKENS || entries > MAX_ENTRIES || nesting > MAX_NESTING) return false;
  }
  return true;
}
