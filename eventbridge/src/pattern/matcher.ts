import type { ExactJson, ExactLeaf } from '../exact-json.ts';

/** A value of an event that is neither object nor list. */
export interface Leaf {
  /** Text in double quotes, without escapes; a number, true, false or null as written. What text tests look at. */
  readonly raw: string;
  /** The number, where a double holds it to the last digit. */
  readonly number?: number;
}

/** Decides about one leaf of an event. */
export type LeafTest = (leaf: Leaf) => boolean;

/** One value of a pattern's list. */
export type Matcher =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'leaf';
      readonly test: LeafTest;
      /** Texts with stars, where it has some; they cost the matcher most. */
      readonly wildcards?: readonly string[];
    };

/** Why a pattern is not one: what is wrong and what to write instead. */
export class PatternProblem {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** One match type, for example `prefix`: reads its argument in a pattern and makes the matcher of it. */
export interface Operator {
  readonly name: string;
  parse(argument: ExactJson): Matcher | PatternProblem;
}

export function leafMatcher(test: LeafTest): Matcher {
  return { kind: 'leaf', test };
}

/** The text of a string as an event's leaf has it: between quotes, so that a prefix or a suffix sees where it ends. */
export function quoted(text: string): string {
  return `"${text}"`;
}

export function rawOf({ kind, text }: ExactLeaf): string {
  return kind === 'string' ? quoted(text) : text;
}

/** Longest piece of a pattern that a problem shows, in characters. */
const MAX_SHOWN_CHARS = 60;

/** An argument as a problem shows it. */
export function show(value: ExactJson): string {
  const text = write(value, MAX_SHOWN_CHARS);
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}...` : text;
}

/** JSON text of the value, or of as much of it as there is room for. */
function write(value: ExactJson, room: number): string {
  if (value.kind === 'string') return JSON.stringify(value.text);
  if (value.kind !== 'array' && value.kind !== 'object') return value.text;
  if (room <= 0) return '...';
  let text = value.kind === 'array' ? '[' : '{';
  const entries = value.kind === 'array' ? value.items.map((item) => ['', item] as const) : value.members;
  for (const [index, [name, item]] of entries.entries()) {
    if (text.length > room) break;
    if (index > 0) text += ',';
    if (value.kind === 'object') text += `${JSON.stringify(name)}:`;
    text += write(item, room - text.length);
  }
  return text + (value.kind === 'array' ? ']' : '}');
}
