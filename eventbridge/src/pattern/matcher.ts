import type { Json } from '@eventbridge-kit/issue';

/** A value of an event that is neither object nor array. */
export type Leaf = string | number | boolean | null;

/** Decides about one leaf of an event; `undefined` stands for a field that the event does not have. */
export type Matcher = (leaf: Leaf | undefined) => boolean;

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
  parse(argument: Json): Matcher | PatternProblem;
}

/** Text of an argument as a problem shows it. */
export function show(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
