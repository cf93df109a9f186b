import { classByLetter, classByName, rangesText } from './sets.ts';
import { InvalidPattern, UnknownConstruct, type Cursor } from './cursor.ts';

/** What an escape stands for: one code point, or what stands for it between a class's brackets. */
export type Escaped = { readonly code: number } | { readonly members: string };

const CONTROL: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, r: 0x0d, f: 0x0c, a: 0x07, e: 0x1b };

/** Reads an escape that means characters, in a class or outside, the backslash already read. */
export function readEscape(cursor: Cursor): Escaped {
  const letter = cursor.next();
  if (letter === '') throw new InvalidPattern();
  if (!/[A-Za-z0-9]/.test(letter)) return { code: letter.codePointAt(0) ?? 0 };
  const control = CONTROL[letter];
  if (control !== undefined) return { code: control };
  const members = classByLetter(letter);
  if (members !== undefined) return { members: rangesText(members) };
  switch (letter) {
    case '0':
      return { code: readNumber(cursor, /^(?:[0-3][0-7]{0,2}|[0-7]{1,2})/, 8) };
    case 'x':
      return cursor.peek() === '{'
        ? { code: readNumber(cursor, /^\{([0-9A-Fa-f]{1,6})\}/, 16) }
        : { code: readNumber(cursor, /^[0-9A-Fa-f]{2}/, 16) };
    case 'u':
      return { code: readNumber(cursor, /^[0-9A-Fa-f]{4}/, 16) };
    case 'c':
      return { code: (cursor.next().codePointAt(0) ?? 0) ^ 64 };
    case 'p':
    case 'P':
      return { members: readProperty(cursor, letter === 'P') };
    case 'N':
      throw new UnknownConstruct('a character by its name', '\\N');
    default:
      throw new InvalidPattern();
  }
}

function readNumber(cursor: Cursor, form: RegExp, base: number): number {
  const match = cursor.take(form);
  if (match === undefined) throw new InvalidPattern();
  const code = parseInt(match[1] ?? match[0], base);
  if (code >= 0xd800 && code <= 0xdfff) throw new UnknownConstruct('half a character', `\\u${code.toString(16)}`);
  return code;
}

function readProperty(cursor: Cursor, isNegated: boolean): string {
  const match = cursor.take(/^\{([^}]*)\}|^[A-Za-z]/);
  if (match === undefined) throw new InvalidPattern();
  const name = match[1] ?? match[0];
  const members = classByName(name, isNegated);
  if (members === undefined) throw new UnknownConstruct('a class of characters', `\\${isNegated ? 'P' : 'p'}{${name}}`);
  return members;
}
