import { caseUnknown, readClass } from './character-class.ts';
import { Cursor, InvalidPattern, UnknownConstruct } from './cursor.ts';
import { readEscape } from './escapes.ts';
import { codeText, complement, LINE_BREAKS, rangesText } from './sets.ts';

/** A Java pattern as re2 reads it. */
export interface Translated {
  readonly source: string;
  /** The same where `$` matches before a last line break too: only to tell whether there is a match. */
  readonly sourceBeforeBreak: string | undefined;
  /** Whether `$` or `\Z` is in it: a line break at the end of the text counts. */
  readonly endsAtBreak: boolean;
  /** Whether `^` or `$` look at every line. */
  readonly perLine: boolean;
  readonly ignoresCase: boolean;
  /** Whether a group that may be empty is repeated: what it holds at the end is another thing in Java. */
  readonly repeatsEmpty: boolean;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
}

/** Most repetitions of one part, as re2 has it: https://github.com/google/re2/wiki/Syntax */
const MAX_REPEAT = 1000;

/** Most repetitions of all parts together: each is copied. */
const MAX_COPIES = 10_000;

const MAX_ASCII = 0x7f;

const LINE_BREAK = String.raw`(?:\r\n|[${rangesText(LINE_BREAKS)}])`;
const ANY_BREAK = String.raw`(?:\r\n|[\n-\r\x{85}\x{2028}\x{2029}])`;
const NO_LINE_BREAK = `[${rangesText(complement(LINE_BREAKS))}]`;
const ANYTHING = '(?s:.)';

/**
 * Translates a pattern of java.util.regex.
 *
 * @throws InvalidPattern for what Java refuses, UnknownConstruct for what takes more than linear time or is not told
 */
export function translate(pattern: string, flags: string): Translated {
  return new Translator(pattern, flags).translate();
}

class Translator {
  readonly #cursor: Cursor;
  #flags: Flags;
  readonly #outer: Flags[] = [];
  #source = '';
  /** Whether something stands before that can be repeated. */
  #repeatable = false;
  #copies = 0;
  #endsAtBreak = false;
  #onlyAtEnd = true;
  #perLine = false;
  #ignoresCase = false;
  /** Whether case is that of all letters, once it is ignored. */
  #foldsUnicode = false;
  #repeatsEmpty = false;
  /** Where the open groups begin, and where the last one that was closed did. */
  readonly #starts: number[] = [];
  #lastGroup: string | undefined;

  constructor(pattern: string, flags: string) {
    this.#cursor = new Cursor(pattern);
    const has = (flag: string): boolean => flags.includes(flag);
    this.#flags = { ignoreCase: has('i'), dotAll: has('s'), multiline: has('m'), comments: has('x') };
    this.#ignoresCase = has('i');
  }

  translate(): Translated {
    const head = this.#flags.ignoreCase ? '(?i)' : '';
    while (this.#cursor.peek() !== '') this.#step();
    if (this.#outer.length > 0) throw new InvalidPattern();
    if (this.#foldsUnicode && this.#ignoresCase) throw new UnknownConstruct('a flag', '(?u)');
    const source = head + this.#source;
    return {
      source: source.replaceAll(END, String.raw`\z`),
      sourceBeforeBreak: this.#onlyAtEnd ? source.replaceAll(END, String.raw`${LINE_BREAK}?\z`) : undefined,
      endsAtBreak: this.#endsAtBreak,
      perLine: this.#perLine,
      ignoresCase: this.#ignoresCase,
      repeatsEmpty: this.#repeatsEmpty,
    };
  }

  #step(): void {
    const cursor = this.#cursor;
    if (this.#flags.comments && cursor.take(/^(?:[ \t-\r]+|#[^\n]*)/) !== undefined) return;
    const sign = cursor.next();
    switch (sign) {
      case '\\':
        this.#escape();
        break;
      case '[':
        this.#atom(readClass(cursor, this.#flags));
        break;
      case '(':
        this.#open();
        break;
      case ')':
        this.#close();
        break;
      case '|':
        this.#between('|');
        break;
      case '.':
        this.#atom(this.#flags.dotAll ? ANYTHING : NO_LINE_BREAK);
        break;
      case '^':
        this.#anchor(this.#flags.multiline ? '(?m:^)' : String.raw`\A`, this.#flags.multiline);
        break;
      case '$':
        if (this.#flags.multiline) this.#anchor('(?m:$)', true);
        else this.#end();
        break;
      case '*':
      case '+':
      case '?':
        this.#repeat(sign);
        break;
      case '{':
        this.#repeat(this.#count());
        break;
      default:
        this.#literal(sign.codePointAt(0) ?? 0);
        break;
    }
  }

  #atom(source: string): void {
    this.#lastGroup = undefined;
    this.#source += source;
    this.#repeatable = true;
  }

  #between(source: string): void {
    this.#source += source;
    this.#repeatable = false;
  }

  #literal(code: number): void {
    // Java folds the case of ASCII letters alone, re2 that of all.
    this.#atom(this.#flags.ignoreCase && code > MAX_ASCII ? `(?-i:${codeText(code)})` : codeText(code));
  }

  #anchor(source: string, perLine: boolean): void {
    this.#perLine ||= perLine;
    this.#atom(source);
  }

  #end(): void {
    this.#endsAtBreak = true;
    const { rest } = this.#cursor;
    this.#onlyAtEnd &&= /^\)*$/.test(rest) || (this.#outer.length === 0 && rest.startsWith('|'));
    this.#atom(END);
  }

  #escape(): void {
    const cursor = this.#cursor;
    if (cursor.skip('Q')) this.#quoted();
    else if (cursor.skip('R')) this.#atom(ANY_BREAK);
    else if (cursor.skip('Z')) this.#end();
    else this.#escaped(cursor.take(/^(?:[1-9]|k<\w+>|b\{|[bBAzGX])/)?.[0]);
  }

  /** @param sign an anchor or a reference; without one the escape means characters */
  #escaped(sign: string | undefined): void {
    if (sign === undefined) {
      const escaped = readEscape(this.#cursor);
      if ('members' in escaped && this.#flags.ignoreCase && /\\[pP]/.test(escaped.members)) throw caseUnknown();
      if ('code' in escaped) this.#literal(escaped.code);
      // Java's own classes know no case; re2 would fold their letters too.
      else this.#atom(this.#flags.ignoreCase ? `(?-i:[${escaped.members}])` : `[${escaped.members}]`);
    } else if (/^[bBAz]$/.test(sign)) {
      this.#atom(`\\${sign}`);
    } else {
      const what = /^[1-9k]/.test(sign) ? 'a back-reference' : 'an anchor or a cluster';
      throw new UnknownConstruct(what, `\\${sign}`);
    }
  }

  #quoted(): void {
    const cursor = this.#cursor;
    const end = cursor.rest.indexOf('\\E');
    const text = end < 0 ? cursor.rest : cursor.rest.slice(0, end);
    cursor.at += text.length + (end < 0 ? 0 : 2);
    for (const character of text) this.#literal(character.codePointAt(0) ?? 0);
  }

  #open(): void {
    const cursor = this.#cursor;
    const look = cursor.take(/^\?(?:=|!|<=|<!|>)/);
    if (look !== undefined) {
      throw new UnknownConstruct(look[0] === '?>' ? 'an atomic group' : 'a look-around', `(${look[0]}...)`);
    }
    const name = cursor.take(/^\?<([A-Za-z][A-Za-z0-9]*)>/)?.[1];
    if (name !== undefined) this.#group(`(?<${name}>`);
    else if (cursor.has('?')) this.#flagGroup();
    else this.#group('(');
  }

  #flagGroup(): void {
    const cursor = this.#cursor;
    const [, on = '', off = '', end] = cursor.take(/^\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/) ?? [];
    if (end === undefined || /[^idmsuxU]/.test(on + off)) throw new InvalidPattern();
    const foreign = /[dU]/.exec(on + off)?.[0];
    if (foreign !== undefined) throw new UnknownConstruct('a flag', `(?${foreign})`);
    this.#foldsUnicode ||= on.includes('u');
    if (end === ':') this.#group('(?:');
    this.#setFlags(on, off);
  }

  #group(source: string): void {
    this.#outer.push(this.#flags);
    this.#starts.push(this.#source.length + source.length);
    this.#between(source);
  }

  /** Only the case is left to re2; the rest is in what is written for `.`, `^` and `$`. */
  #setFlags(on: string, off: string): void {
    const flag = (name: string, now: boolean): boolean => (on.includes(name) || now) && !off.includes(name);
    const before = this.#flags;
    this.#flags = {
      ignoreCase: flag('i', before.ignoreCase),
      dotAll: flag('s', before.dotAll),
      multiline: flag('m', before.multiline),
      comments: flag('x', before.comments),
    };
    this.#ignoresCase ||= this.#flags.ignoreCase;
    if (before.ignoreCase !== this.#flags.ignoreCase) this.#between(this.#flags.ignoreCase ? '(?i)' : '(?-i)');
  }

  #close(): void {
    const flags = this.#outer.pop();
    if (flags === undefined) throw new InvalidPattern();
    this.#flags = flags;
    const body = this.#source.slice(this.#starts.pop());
    this.#atom(')');
    this.#lastGroup = body;
  }

  #count(): string {
    const [, least = '', , most = ''] = this.#cursor.take(/^(\d+)(,(\d*))?\}/) ?? [];
    if (least === '') throw new InvalidPattern();
    const [low, high] = [Number(least), Number(most || least)];
    if (most !== '' && high < low) throw new InvalidPattern();
    this.#copies += high;
    if (high > MAX_REPEAT || this.#copies > MAX_COPIES) throw new UnknownConstruct('so many repetitions', `{${high}}`);
    return this.#cursor.text.slice(this.#cursor.text.lastIndexOf('{', this.#cursor.at), this.#cursor.at);
  }

  #repeat(count: string): void {
    if (!this.#repeatable)
      throw count.startsWith('{') && /[*+?}]$/.test(this.#source) ? double() : new InvalidPattern();
    if (this.#cursor.peek() === '+') throw new UnknownConstruct('a possessive repetition', `${count}+`);
    this.#repeatsEmpty ||= count !== '?' && MAY_BE_EMPTY.test(this.#lastGroup ?? '.');
    this.#between(count + (this.#cursor.skip('?') ? '?' : ''));
  }
}

/** What may be empty, and much that may not. */
const MAY_BE_EMPTY = /[*?|]|\{0|^$/;

/** Stands for an end until it is known which. */
const END = '\u0000';

/** Java refuses a second sign of repetition, and not every second count. */
function double(): UnknownConstruct {
  return new UnknownConstruct('two repetitions in a row', 'a{2}{3}');
}
