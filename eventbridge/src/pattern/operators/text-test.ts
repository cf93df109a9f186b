import type { ExactJson } from '../../exact-json.ts';
import { PatternProblem, show } from '../matcher.ts';

/** Decides about a leaf's text in its quotes; numbers, true, false and null have none, and never fit. */
export type TextTest = (raw: string) => boolean;

/** A test of text by one argument, for operators that also appear inside `anything-but`. */
export interface TextOperator {
  readonly name: string;
  test(argument: ExactJson): TextTest | PatternProblem;
}

/** The argument as text. */
export function readText(name: string, argument: ExactJson): string | PatternProblem {
  if (argument.kind === 'string') return argument.text;
  return new PatternProblem(`${name} match pattern must be a string: found ${show(argument)}.`);
}

/** How a text operator compares: to the letter, and whatever the case. */
export interface Comparison {
  exactly(wanted: string): TextTest;
  anyCase(wanted: string): TextTest;
}

/** The test of an argument that is text, or `{"equals-ignore-case": text}`. */
export function readTextOrIgnoreCase(
  name: string,
  argument: ExactJson,
  compare: Comparison,
): TextTest | PatternProblem {
  if (argument.kind !== 'object') {
    const wanted = readText(name, argument);
    return wanted instanceof PatternProblem ? wanted : compare.exactly(wanted);
  }
  const [[inner, value] = ['', argument], ...more] = argument.members;
  if (inner !== 'equals-ignore-case' || more.length > 0) {
    return new PatternProblem(
      `Unsupported ${name} pattern: found ${show(argument)}. Write text or {"equals-ignore-case": text}.`,
    );
  }
  const wanted = readText(inner, value);
  return wanted instanceof PatternProblem ? wanted : compare.anyCase(wanted);
}

/** A regular expression's source for the text in upper and lower case, character by character. */
export function anyCasePattern(text: string): string {
  return Array.from(text, (char) => {
    const forms = new Set([char.toLowerCase(), char.toUpperCase()]);
    return `(?:${[...forms].map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join('|')})`;
  }).join('');
}
