// White space and names as the engine has them: DMN 1.5, grammar rules 61 and 62, and Java's identifiers.
// https://github.com/camunda/feel-scala/tree/1.19.3/src/main/scala/org/camunda/feel/impl/parser
const WHITE_SPACE = /[\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]/;

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Character.html#isJavaIdentifierStart(char)
const NAME_START = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u;

// eslint-disable-next-line no-control-regex -- Java ignores these control characters in names
const NAME_PART = /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}\p{Cf}\0-\x08\x0E-\x1B\x7F-\x9F]/u;

export function isWhiteSpace(character: string): boolean {
  // Most characters are letters and signs of ASCII.
  return (character <= ' ' || character > '~') && WHITE_SPACE.test(character);
}

export function isNameStart(character: string): boolean {
  return NAME_START.test(character);
}

export function isNamePart(character: string): boolean {
  return /\w/.test(character) || (NAME_PART.test(character) && !isWhiteSpace(character));
}

// The engine's order; a sign counts as escaped where a backslash stands before its own.
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\\)\\n/g, '\n'],
  [/(?<!\\)\\r/g, '\r'],
  [/(?<!\\)\\t/g, '\t'],
  [/(?<!\\)\\b/g, '\b'],
  [/(?<!\\)\\f/g, '\f'],
  [/(?<!\\)\\'/g, "'"],
  [/(?<!\\)\\"/g, '"'],
  [/\\\\/g, '\\'],
];

/** What the engine makes of the text between a string's quotes. Every other backslash stays: `\u0041`, `\.`. */
export function unescapeString(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return ESCAPES.reduce((text, [escape, character]) => text.replaceAll(escape, () => character), raw);
}
