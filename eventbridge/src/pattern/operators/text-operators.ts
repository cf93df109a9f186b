import type { ExactJson } from '../../exact-json.ts';
import { PatternProblem, show, quoted } from '../matcher.ts';

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

/** The text itself, written as a match type. */
// https://github.com/aws/event-ruler (JsonRuleCompiler, 2.1.0)
export const exactly: TextOperator = {
  name: 'exactly',
  test(argument) {
    const wanted = readText('exactly', argument);
    return wanted instanceof PatternProblem ? wanted : (raw) => raw === quoted(wanted);
  },
};

/** The same text, upper and lower case alike. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-equals-ignore-case-matching
export const equalsIgnoreCase: TextOperator = {
  name: 'equals-ignore-case',
  test(argument) {
    const wanted = readText('equals-ignore-case', argument);
    if (wanted instanceof PatternProblem) return wanted;
    const whole = new RegExp(`^"${anyCasePattern(wanted)}"$`);
    return (raw) => whole.test(raw);
  },
};

/** Text that starts so; the empty prefix fits any text. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching
export const prefix: TextOperator = {
  name: 'prefix',
  test: (argument) =>
    readTextOrIgnoreCase('prefix', argument, {
      exactly: (wanted) => (raw) => raw.startsWith(`"${wanted}`),
      anyCase(wanted) {
        const start = new RegExp(`^"${anyCasePattern(wanted)}`);
        return (raw) => start.test(raw);
      },
    }),
};

/** Text that ends so; the empty suffix fits any text. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-suffix-matching
export const suffix: TextOperator = {
  name: 'suffix',
  test: (argument) =>
    readTextOrIgnoreCase('suffix', argument, {
      exactly: (wanted) => (raw) => raw.endsWith(`${wanted}"`),
      anyCase(wanted) {
        const whole = new RegExp(`^${anyCasePattern(wanted)}"$`);
        // A letter in the other case has three times as many units at most, as U+1FB7 has.
        const longest = wanted.length * 3 + 1;
        return (raw) => {
          const end = raw.slice(-longest);
          for (let at = 0; at < end.length; at++) if (whole.test(end.slice(at))) return true;
          return false;
        };
      },
    }),
};
