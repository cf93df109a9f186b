import type { Json } from '@eventbridge-kit/issue';
import { PatternProblem, show } from '../matcher.ts';

/** Decides about a text. */
export type TextTest = (text: string) => boolean;

/** A test of text by one argument, for operators that also appear inside `anything-but`. */
export interface TextOperator {
  readonly name: string;
  test(argument: Json): TextTest | PatternProblem;
}

/** The argument as text that is not empty. */
export function readText(name: string, argument: Json): string | PatternProblem {
  if (typeof argument === 'string' && argument !== '') return argument;
  return new PatternProblem(`"${name}" takes text that is not empty: found ${show(argument)}.`);
}

/** The argument as text, or as `{"equals-ignore-case": text}`; the second form compares in lower case. */
export function readTextOrIgnoreCase(
  name: string,
  argument: Json,
  test: (text: string, wanted: string) => boolean,
): TextTest | PatternProblem {
  if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
    const { 'equals-ignore-case': inner, ...rest } = argument;
    if (inner === undefined || Object.keys(rest).length > 0) {
      return new PatternProblem(`"${name}" takes text or {"equals-ignore-case": text}: found ${show(argument)}.`);
    }
    const wanted = readText(name, inner);
    return wanted instanceof PatternProblem ? wanted : (text) => test(text.toLowerCase(), wanted.toLowerCase());
  }
  const wanted = readText(name, argument);
  return wanted instanceof PatternProblem ? wanted : (text) => test(text, wanted);
}
