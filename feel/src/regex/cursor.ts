/** Thrown for a pattern that Java refuses: the engine's function gives null for it. */
export class InvalidPattern extends Error {
  override readonly name = 'InvalidPattern';
}

/** Thrown for a construct that takes more than linear time, or that cannot be told here. */
export class UnknownConstruct extends Error {
  override readonly name = 'UnknownConstruct';
  readonly construct: string;

  /** @param what the construct in words @param sign how it is written */
  constructor(what: string, sign: string) {
    super(`${what} (${sign})`);
    this.construct = `${what} (${sign})`;
  }
}

/** A place in a pattern, by code points. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  /** The code point at the place; nothing at the end. */
  peek(): string {
    const code = this.text.codePointAt(this.at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  has(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  skip(token: string): boolean {
    if (!this.has(token)) return false;
    this.at += token.length;
    return true;
  }

  /** Takes what a form, anchored at its start, matches here. */
  take(form: RegExp): RegExpExecArray | undefined {
    const match = form.exec(this.rest);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }
}
