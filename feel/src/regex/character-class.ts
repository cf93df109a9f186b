import { InvalidPattern, UnknownConstruct, type Cursor } from './cursor.ts';
import { readEscape } from './escapes.ts';
import { codeText } from './sets.ts';

/** Flags that change how a class is read. */
export interface ClassFlags {
  readonly comments: boolean;
  readonly ignoreCase: boolean;
}

/** Reads a class, the opening bracket already read, and gives it as re2 writes it. */
export function readClass(cursor: Cursor, flags: ClassFlags): string {
  const isNegated = cursor.skip('^');
  let members = '';
  for (let isFirst = true; ; isFirst = false) {
    if (flags.comments) cursor.take(/^[ \t-\r]+/);
    const sign = cursor.peek();
    if (sign === '') throw new InvalidPattern();
    if (sign === ']' && !isFirst) break;
    if (cursor.has('&&')) throw new UnknownConstruct('an intersection of classes', '[a&&[b]]');
    members += cursor.skip('[') ? within(isNegated, readClass(cursor, flags)) : readMember(cursor, flags);
  }
  cursor.next();
  return `[${isNegated ? '^' : ''}${members}]`;
}

/** A class in a class adds its members, as long as neither is negated. */
function within(isNegated: boolean, inner: string): string {
  if (isNegated || inner.startsWith('[^')) throw new UnknownConstruct('a class within a negated one', '[^a[b]]');
  return inner.slice(1, -1);
}

function readMember(cursor: Cursor, flags: ClassFlags): string {
  const from = readOne(cursor, flags);
  const isRange = cursor.peek() === '-' && !/^-(?:\]|$)/.test(cursor.rest);
  if (typeof from === 'string' || !isRange) return typeof from === 'string' ? plain(from, isRange) : codeText(from);
  if (/^-[[&]/.test(cursor.rest)) throw new UnknownConstruct('a class within a class', '[a[b]]');
  cursor.next();
  const to = readOne(cursor, flags);
  if (typeof to === 'string') throw new UnknownConstruct('a range that ends with a class', '[a-\\d]');
  if (to < from) throw new InvalidPattern();
  return `${codeText(from)}-${codeText(to)}`;
}

function plain(members: string, isRange: boolean): string {
  if (isRange) throw new UnknownConstruct('a range that begins with a class', '[\\d-a]');
  return members;
}

/** One code point, or the members that an escape stands for. */
function readOne(cursor: Cursor, { ignoreCase }: ClassFlags): number | string {
  const sign = cursor.next();
  if (sign === '') throw new InvalidPattern();
  if (sign !== '\\') return checked(sign.codePointAt(0) ?? 0, ignoreCase);
  if (cursor.peek() === 'Q') throw new UnknownConstruct('quoted text in a class', '[\\Q...\\E]');
  const escaped = readEscape(cursor);
  if ('code' in escaped) return checked(escaped.code, ignoreCase);
  // Java's own classes know no case; re2 would fold their letters too.
  if (ignoreCase && /\\[pP]|10ffff/.test(escaped.members)) throw caseUnknown();
  return escaped.members;
}

/** Java folds the case of ASCII letters alone, re2 that of all. */
function checked(code: number, ignoreCase: boolean): number {
  if (ignoreCase && code > 0x7f) throw caseUnknown();
  return code;
}

export function caseUnknown(): UnknownConstruct {
  return new UnknownConstruct('a letter beyond ASCII in any case', '(?i)');
}
