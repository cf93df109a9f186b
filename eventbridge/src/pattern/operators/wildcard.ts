import { PatternProblem, show } from '../matcher.ts';
import { readText, type TextOperator } from './text-test.ts';

/** Text with `*` for any characters; `\*` is a star, `\\` a backslash. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching
export const wildcard: TextOperator = {
  name: 'wildcard',
  test(argument) {
    const wanted = readText('wildcard', argument);
    if (wanted instanceof PatternProblem) return wanted;
    const pieces = split(wanted);
    return pieces instanceof PatternProblem ? pieces : (text) => matches(text, pieces);
  },
};

/** The literal pieces between the stars. */
function split(wanted: string): string[] | PatternProblem {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < wanted.length; at++) {
    let char = wanted.charAt(at);
    if (char === '*') {
      if (wanted.charAt(at + 1) === '*')
        return new PatternProblem(`"wildcard" takes no two stars in a row: found ${show(wanted)}.`);
      pieces.push(piece);
      piece = '';
      continue;
    }
    if (char === '\\') {
      char = wanted.charAt(++at);
      if (char !== '*' && char !== '\\')
        return new PatternProblem(String.raw`"wildcard" knows the escapes \* and \\ only: found ${show(wanted)}.`);
    }
    piece += char;
  }
  return [...pieces, piece];
}

/** The first piece begins, the last ends, and those between are found in order, each as early as can be. */
function matches(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
