import { PatternProblem, show } from '../matcher.ts';
import { readText, type TextOperator } from './text-operators.ts';

/** Stands in a parsed wildcard for any number of characters. */
export const STAR = Symbol('star');

/** Text with `*` for any characters; `\*` is a star, `\\` a backslash. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching
export const wildcard: TextOperator = {
  name: 'wildcard',
  test(argument) {
    const wanted = readText('wildcard', argument);
    if (wanted instanceof PatternProblem) return wanted;
    for (const escape of wanted.matchAll(/\\(.?)/gsu)) {
      if (escape[1] !== '*' && escape[1] !== '\\')
        return new PatternProblem(
          String.raw`Invalid escape character at pos ${escape.index + 1}: found ${show(argument)}. Write \* or \\.`,
        );
    }
    const stars = parseWildcard(wanted);
    const twice = stars.findIndex((unit, index) => unit === STAR && stars[index + 1] === STAR);
    if (twice >= 0)
      return new PatternProblem(`Consecutive wildcard characters: found ${show(argument)}. Write one star.`);
    const pieces = piecesOf(stars);
    return (raw) => matches(raw, pieces);
  },
};

/** The text's units, between quotes as in an event, stars told from escaped ones. */
export function parseWildcard(wanted: string): (string | typeof STAR)[] {
  const units: (string | typeof STAR)[] = ['"'];
  for (let at = 0; at < wanted.length; at++) {
    const char = wanted.charAt(at);
    if (char === '*') units.push(STAR);
    else units.push(char === '\\' ? wanted.charAt(++at) : char);
  }
  return [...units, '"'];
}

/** The literal pieces between the stars. */
function piecesOf(units: readonly (string | typeof STAR)[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const unit of units) {
    if (unit === STAR) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += unit;
    }
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
