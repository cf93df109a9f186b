import { isNamePart, isNameStart, isWhiteSpace } from './characters.ts';
import type { Node } from './node.ts';

/** Thrown where no other reading of the text is looked for. */
export class ParseStop extends Error {
  override readonly name = 'ParseStop';
}

/** Thrown where a text is beyond a bound of its reading. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
  readonly bound: 'depth' | 'rules';

  constructor(bound: 'depth' | 'rules') {
    super(bound);
    this.bound = bound;
  }
}

/** Most rules within each other, and most rules in all. */
export interface ReaderLimits {
  readonly depth: number;
  readonly rules: number;
}

/** Words that are no names: https://github.com/camunda/feel-scala/blob/1.19.3/src/main/scala/org/camunda/feel/impl/parser/FeelParser.scala */
const RESERVED = ['function', 'satisfies', 'return', 'false', 'null', 'true', 'then', 'else', 'and', 'in', 'or'];

const KEY_ENDS = new Set(['"', '{', '}', ':', ',', '[', ']', '`']);

interface Remembered {
  readonly node: Node | undefined;
  readonly end: number;
}

/**
 * A place in a text, for a grammar with an order of choices and no other backtracking. What a rule gave at a place is
 * remembered, so that the time stays linear however often the choices come back to it.
 */
export class Reader {
  readonly text: string;
  pos = 0;
  /** The furthest place where something else was expected. */
  furthest = 0;
  readonly #remembered = new Map<string, Map<number, Remembered>>();
  readonly #limits: ReaderLimits;
  #depth = 0;
  #rules = 0;

  constructor(text: string, limits: ReaderLimits) {
    this.text = text;
    this.#limits = limits;
  }

  /** Tries a rule: its result, or undefined with the place as it was. */
  attempt<T>(rule: () => T | undefined): T | undefined {
    const start = this.pos;
    const result = rule();
    if (result === undefined) this.pos = start;
    return result;
  }

  /** The same, remembered by the rule's name and the place. */
  rule(name: string, rule: () => Node | undefined): Node | undefined {
    const before = this.pos;
    this.space();
    const place = this.pos;
    const byPlace = this.#remembered.get(name) ?? new Map<number, Remembered>();
    this.#remembered.set(name, byPlace);
    let known = byPlace.get(place);
    if (known === undefined) {
      this.#depth += 1;
      this.#rules += 1;
      if (this.#depth > this.#limits.depth) throw new TooMuch('depth');
      if (this.#rules > this.#limits.rules) throw new TooMuch('rules');
      const node = this.attempt(rule);
      this.#depth -= 1;
      known = { node, end: this.pos };
      byPlace.set(place, known);
    }
    this.pos = known.node === undefined ? before : known.end;
    return known.node;
  }

  /** What a rule read anywhere in the text, in order and without overlaps. */
  fragments(name: string): Node[] {
    const byPlace = this.#remembered.get(name) ?? new Map<number, Remembered>();
    const found: Node[] = [];
    for (const [start, { node }] of [...byPlace].sort(([a], [b]) => a - b)) {
      const last = found.at(-1);
      if (node !== undefined && (last === undefined || start >= last.to)) found.push(node);
    }
    return found;
  }

  get rest(): boolean {
    return this.pos < this.text.length;
  }

  /** Skips white space and comments. A comment that is not closed ends the parsing. */
  space(): void {
    for (;;) {
      while (this.rest && isWhiteSpace(this.text.charAt(this.pos))) this.pos += 1;
      if (this.text.charAt(this.pos) !== '/') return;
      if (this.text.startsWith('//', this.pos)) {
        const end = this.text.indexOf('\n', this.pos);
        this.pos = end < 0 ? this.text.length : end + 1;
      } else if (this.text.startsWith('/*', this.pos)) {
        const end = this.text.indexOf('*/', this.pos + 2);
        if (end < 0) {
          this.furthest = this.text.length;
          throw new ParseStop();
        }
        this.pos = end + 2;
      } else {
        return;
      }
    }
  }

  /** Notes that something else was expected here. */
  miss(): void {
    this.furthest = Math.max(this.furthest, this.pos);
  }

  /** Reads one of the tokens, after white space; the first that fits. */
  token(...tokens: readonly string[]): string | undefined {
    const before = this.pos;
    this.space();
    for (const token of tokens) {
      if (!this.text.startsWith(token, this.pos)) continue;
      this.pos += token.length;
      return token;
    }
    this.miss();
    this.pos = before;
    return undefined;
  }

  /** Reads this one token, after white space. */
  skip(token: string): true | undefined {
    return this.token(token) === undefined ? undefined : true;
  }

  /** Items with a separator between them, at least `min`. */
  list<T>(item: () => T | undefined, min: number, separator = ','): T[] | undefined {
    const items: T[] = [];
    for (;;) {
      const next = this.attempt(() => (items.length > 0 && this.token(separator) === undefined ? undefined : item()));
      if (next === undefined) return items.length >= min ? items : undefined;
      items.push(next);
    }
  }

  /** An identifier, at the place itself. */
  identifier(): string | undefined {
    const { text, pos } = this;
    const word = RESERVED.find((reserved) => text.startsWith(reserved, pos));
    let end = pos + (word?.length ?? 0);
    const isName = word === undefined ? isNameStart(text.charAt(end)) : isNamePart(text.charAt(end));
    if (!isName) {
      this.miss();
      return undefined;
    }
    while (end < text.length && isNamePart(text.charAt(end))) end += 1;
    this.pos = end;
    return text.slice(pos, end);
  }

  /** An identifier, or any text in backticks, after white space. */
  name(): string | undefined {
    return this.attempt(() => {
      this.space();
      if (this.text.charAt(this.pos) !== '`') return this.identifier();
      const end = this.text.indexOf('`', this.pos + 1);
      if (end < 0 || end === this.pos + 1) {
        this.miss();
        return undefined;
      }
      const name = this.text.slice(this.pos + 1, end);
      this.pos = end + 1;
      return name;
    });
  }

  /** Two identifiers or more with blanks between them, after white space. */
  nameWithBlanks(): string | undefined {
    return this.attempt(() => {
      this.space();
      const start = this.pos;
      if (this.identifier() === undefined) return undefined;
      let words = 1;
      for (;;) {
        const next = this.attempt(() => {
          if (this.text.charAt(this.pos) !== ' ') return undefined;
          while (this.text.charAt(this.pos) === ' ') this.pos += 1;
          return this.identifier();
        });
        if (next === undefined) break;
        words += 1;
      }
      return words > 1 ? this.text.slice(start, this.pos) : undefined;
    });
  }

  /** Text between double quotes, escapes as they are written, after white space. */
  quoted(): string | undefined {
    return this.attempt(() => {
      this.space();
      if (this.text.charAt(this.pos) !== '"') {
        this.miss();
        return undefined;
      }
      let end = this.pos + 1;
      while (end < this.text.length && this.text.charAt(end) !== '"') end += this.text.charAt(end) === '\\' ? 2 : 1;
      if (end >= this.text.length) {
        this.furthest = Math.max(this.furthest, this.text.length);
        return undefined;
      }
      const raw = this.text.slice(this.pos + 1, end);
      this.pos = end + 1;
      return raw;
    });
  }

  /** Any text up to a sign that ends a key; white space and comments within it are kept. */
  anyKey(): string | undefined {
    return this.attempt(() => {
      this.space();
      const start = this.pos;
      let end = start;
      while (this.rest && !KEY_ENDS.has(this.text.charAt(this.pos))) {
        this.pos += 1;
        end = this.pos;
        this.space();
      }
      this.pos = end;
      if (end === start) this.miss();
      return end > start ? this.text.slice(start, end) : undefined;
    });
  }
}

/** Where the next token begins. */
export function start(reader: Reader): number {
  reader.space();
  return reader.pos;
}

/** Rules that others come back to. */
export interface Rules {
  readonly expression: (reader: Reader) => Node | undefined;
  readonly math: (reader: Reader) => Node | undefined;
}
