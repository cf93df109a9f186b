import { LruMap } from '@eventbridge-kit/issue';
import { holds } from './holds.ts';
import type { Node } from './node.ts';
import { RULES } from './grammar.ts';
import { ParseStop, Reader, TooMuch } from './reader.ts';
import { unaryTests } from './tests.ts';

/** What an expression is read as: a value, or a decision table's cell. */
export type Form = 'expression' | 'unary tests';

export type Parsed = ParsedOk | ParsedBroken | ParsedExcess;

export interface ParsedOk {
  readonly status: 'ok';
  readonly node: Node;
}

/** The engine refuses the text. */
export interface ParsedBroken {
  readonly status: 'broken';
  /** Where something else was expected, in UTF-16 units. */
  readonly at: number;
  /** The values that could be read, in order. */
  readonly fragments: readonly Node[];
}

/** The text is beyond a bound of this reading; the engine may read it. */
export interface ParsedExcess {
  readonly status: 'excess';
  readonly bound: 'length' | 'depth' | 'steps';
  readonly limit: number;
}

/** Longest text, in UTF-16 units: twice what an event may have in bytes. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
export const MAX_LENGTH = 2_097_152;

/** Most rules that are tried at their places while a text is read: some 20,000 values. */
const MAX_RULES = 250_000;

/** Deepest nesting of brackets, conditions and loops. */
export const MAX_NESTING = 100;

/** Texts that are kept parsed. */
const MAX_CACHED = 500;

/** Longest text that is kept, in UTF-16 units. */
const MAX_CACHED_LENGTH = 10_000;

const cache = new LruMap<string, Parsed>(MAX_CACHED);

/** Reads a text by the grammar of feel-engine 1.19.3, without a leading `=`. Never throws. */
export function parse(text: string, form: Form = 'expression'): Parsed {
  if (text.length > MAX_CACHED_LENGTH) return parseAnew(text, form);
  return cache.getOrMake(`${form}:${text}`, () => parseAnew(text, form));
}

function parseAnew(text: string, form: Form): Parsed {
  if (text.length > MAX_LENGTH) return { status: 'excess', bound: 'length', limit: MAX_LENGTH };
  // Each level of nesting is three rules or four.
  const reader = new Reader(text, { depth: MAX_NESTING * 4, rules: MAX_RULES });
  try {
    const node = form === 'expression' ? RULES.expression(reader) : unaryTests(reader, RULES);
    reader.space();
    if (node !== undefined && !reader.rest) return holds(node, isExternal) ? refusedAt(node) : { status: 'ok', node };
    reader.miss();
  } catch (error) {
    if (error instanceof TooMuch) {
      return error.bound === 'depth'
        ? { status: 'excess', bound: 'depth', limit: MAX_NESTING }
        : { status: 'excess', bound: 'steps', limit: MAX_RULES };
    }
    if (!(error instanceof ParseStop)) throw error;
  }
  return { status: 'broken', at: reader.furthest, fragments: reader.fragments('value') };
}

function isExternal({ kind }: Node): boolean {
  return kind === 'external';
}

/** Functions of the Java platform can be written, and are refused all the same. */
function refusedAt(node: Node): ParsedBroken {
  return { status: 'broken', at: node.from, fragments: [] };
}
