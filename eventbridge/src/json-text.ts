/**
 * Reads JSON text once, without recursion: is it JSON, how deep, which integers are out of range, and the same text
 * without white space. Numbers and strings keep their spelling, so that nothing is lost on the way through a double.
 */

/** Place of a character, both counted from 1; a column counts UTF-16 units, as editors do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface JsonSyntaxProblem extends TextPosition {
  /** What was met and what JSON wants there, for example `"}" where a value should stand`. */
  readonly reason: string;
}

export interface JsonTextScan {
  readonly root: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The text without white space between tokens. */
  readonly compact: string;
  /** Levels of objects and arrays; the outermost is level 1. */
  readonly depth: number;
  /** Where the first level beyond `maxDepth` opens. */
  readonly tooDeepAt?: TextPosition;
  /** The first integer outside the range, as written. */
  readonly integerOutOfRange?: TextPosition & { readonly text: string };
}

export type JsonTextResult =
  { readonly ok: true; readonly scan: JsonTextScan } | { readonly ok: false; readonly problem: JsonSyntaxProblem };

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPES = '"\\/bfnrt';

const MAX_INTEGER_DIGITS = '9223372036854775807';
const MIN_INTEGER_DIGITS = '9223372036854775808';

type Expected = 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | 'colon' | 'commaOrClose' | 'end';

const EXPECTED_TEXT: Record<Expected, string> = {
  value: 'a value',
  valueOrClose: 'a value or "]"',
  key: 'a key in double quotes',
  keyOrClose: 'a key in double quotes or "}"',
  colon: '":"',
  commaOrClose: '"," or the closing bracket',
  end: 'the end of the text',
};

/** Scans JSON text of any size and depth; time and memory grow with the text's length only. */
export function scanJsonText(text: string, maxDepth: number): JsonTextResult {
  return new Scanner(text, maxDepth).run();
}

class Scanner {
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;
  /** Open brackets, outermost first: true for an object. */
  readonly #open: boolean[] = [];
  #depth = 0;
  #expected: Expected = 'value';
  #root: JsonTextScan['root'] = 'null';
  #tooDeepAt: number | undefined;
  #integerOutOfRange: { at: number; text: string } | undefined;
  #problem: { at: number; reason: string } | undefined;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  run(): JsonTextResult {
    const pieces: string[] = [];
    while (this.#hasMore()) {
      this.#skipWhiteSpace();
      const start = this.#at;
      while (this.#hasMore() && !isWhiteSpace(this.#text.charCodeAt(this.#at))) this.#token();
      pieces.push(this.#text.slice(start, this.#at));
    }
    if (this.#expected !== 'end') this.#problem ??= this.#unexpected();
    return this.#problem
      ? { ok: false, problem: { ...positionAt(this.#text, this.#problem.at), reason: this.#problem.reason } }
      : { ok: true, scan: this.#result(pieces.join('')) };
  }

  #result(compact: string): JsonTextScan {
    const text = this.#text;
    const tooDeepAt = this.#tooDeepAt;
    const integer = this.#integerOutOfRange;
    return {
      root: this.#root,
      compact,
      depth: this.#depth,
      ...(tooDeepAt !== undefined && { tooDeepAt: positionAt(text, tooDeepAt) }),
      ...(integer && { integerOutOfRange: { ...positionAt(text, integer.at), text: integer.text } }),
    };
  }

  #hasMore(): boolean {
    return this.#at < this.#text.length && !this.#problem;
  }

  #skipWhiteSpace(): void {
    while (isWhiteSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #token(): void {
    const char = this.#text.charAt(this.#at);
    switch (this.#expected) {
      case 'value':
        this.#value(char);
        break;
      case 'valueOrClose':
        if (char === ']') this.#close();
        else this.#value(char);
        break;
      case 'key':
      case 'keyOrClose':
        if (char === '"') this.#string('colon');
        else if (char === '}' && this.#expected === 'keyOrClose') this.#close();
        else this.#fail();
        break;
      case 'colon':
        if (char === ':') this.#step('value');
        else this.#fail();
        break;
      case 'commaOrClose':
        this.#commaOrClose(char, this.#open.at(-1) === true);
        break;
      case 'end':
        this.#fail();
    }
  }

  #commaOrClose(char: string, inObject: boolean): void {
    if (char === ',') this.#step(inObject ? 'key' : 'value');
    else if (char === (inObject ? '}' : ']')) this.#close();
    else this.#fail();
  }

  #value(char: string): void {
    if (char === '{') this.#openBracket(true);
    else if (char === '[') this.#openBracket(false);
    else if (char === '"') this.#string(this.#afterValue('string'));
    else if (char === 't') this.#literal('true', 'boolean');
    else if (char === 'f') this.#literal('false', 'boolean');
    else if (char === 'n') this.#literal('null', 'null');
    else this.#number();
  }

  #openBracket(isObject: boolean): void {
    if (this.#open.length === 0) this.#root = isObject ? 'object' : 'array';
    this.#open.push(isObject);
    this.#depth = Math.max(this.#depth, this.#open.length);
    if (this.#open.length > this.#maxDepth) this.#tooDeepAt ??= this.#at;
    this.#step(isObject ? 'keyOrClose' : 'valueOrClose');
  }

  #close(): void {
    this.#open.pop();
    this.#step(this.#open.length === 0 ? 'end' : 'commaOrClose');
  }

  #afterValue(kind: JsonTextScan['root']): Expected {
    if (this.#open.length > 0) return 'commaOrClose';
    this.#root = kind;
    return 'end';
  }

  #literal(word: string, kind: JsonTextScan['root']): void {
    if (this.#text.startsWith(word, this.#at)) this.#step(this.#afterValue(kind), word.length);
    else this.#fail();
  }

  #number(): void {
    NUMBER.lastIndex = this.#at;
    const text = NUMBER.exec(this.#text)?.[0];
    if (text === undefined) {
      this.#fail();
      return;
    }
    if (!isIntegerInRange(text)) this.#integerOutOfRange ??= { at: this.#at, text };
    this.#step(this.#afterValue('number'), text.length);
  }

  #string(then: Expected): void {
    const start = this.#at;
    for (let at = start + 1; at < this.#text.length; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === QUOTE) {
        this.#step(then, at + 1 - start);
        return;
      }
      if (unit < SPACE) {
        this.#problem = {
          at,
          reason: `the control character ${codePoint(unit)} inside a string, where an escape such as \\n should stand`,
        };
        return;
      }
      if (unit === BACKSLASH) {
        const length = this.#escapeLength(at);
        if (length === 0) {
          this.#problem = { at, reason: 'an escape that JSON does not know' };
          return;
        }
        at += length - 1;
      }
    }
    this.#problem = { at: start, reason: 'a string without its closing quote' };
  }

  /** Characters of the escape at a backslash, 0 when it is none. */
  #escapeLength(at: number): number {
    const next = this.#text.charAt(at + 1);
    if (next === 'u') return /^[0-9a-fA-F]{4}$/.test(this.#text.slice(at + 2, at + 6)) ? 6 : 0;
    return next !== '' && ESCAPES.includes(next) ? 2 : 0;
  }

  #step(expected: Expected, length = 1): void {
    this.#at += length;
    this.#expected = expected;
  }

  #fail(): void {
    this.#problem = this.#unexpected();
  }

  #unexpected(): { at: number; reason: string } {
    const point = this.#text.codePointAt(this.#at);
    const met = point === undefined ? 'the end of the text' : showCodePoint(point);
    return { at: this.#at, reason: `${met} where ${EXPECTED_TEXT[this.#expected]} should stand` };
  }
}

function isWhiteSpace(unit: number): boolean {
  return unit === SPACE || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** An integer is a number written without a fraction and without an exponent. */
function isIntegerInRange(text: string): boolean {
  if (/[.eE]/.test(text)) return true;
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const limit = negative ? MIN_INTEGER_DIGITS : MAX_INTEGER_DIGITS;
  return digits.length < limit.length || (digits.length === limit.length && digits <= limit);
}

function positionAt(text: string, at: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
      line += 1;
      lineStart = i + 1;
    }
  }
  return { line, column: at - lineStart + 1 };
}

function showCodePoint(point: number): string {
  return point < 0x21 || (point > 0x7e && point < 0xa1) || point === 0xfeff
    ? codePoint(point)
    : JSON.stringify(String.fromCodePoint(point));
}

function codePoint(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
