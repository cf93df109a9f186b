import fc from 'fast-check';
import { weighted, type Expression, type Expressions } from './expression.ts';
import { grammar } from './grammar.ts';

/** What a slip of the hand leaves: a sign too many, too few, or another one. */
const SLIPS = [
  '',
  '(',
  ')',
  '[',
  '"',
  ',',
  '.',
  ' ',
  '=',
  '+',
  '`',
  '//',
  '#',
  ';',
  '{',
  ':',
  '@',
  '..',
  ' in ',
  '\n',
  '$',
  '1',
];

function slipped(whole: Expressions): Expressions {
  return fc
    .tuple(whole, fc.nat({ max: 10_000 }), fc.constantFrom(...SLIPS), fc.boolean())
    .map(([{ text }, place, sign, replaces]) => {
      const characters = Array.from(text);
      characters.splice(place % (characters.length + 1), Number(replaces), sign);
      return { label: 'slip', text: characters.join(''), parts: [] };
    });
}

/** Different expressions, the same for the same seed; most are valid. */
export function generateExpressions(count: number, seed: number): Expression[] {
  const { any, call } = grammar();
  const all = fc.oneof(weighted(20, any), weighted(20, call), weighted(1, slipped(any)));
  const made = new Map<string, Expression>();
  for (let round = 0; made.size < count; round += 1) {
    for (const expression of fc.sample(all, { numRuns: count, seed: seed + round })) {
      if (made.size < count) made.set(expression.text, expression);
    }
  }
  return [...made.values()];
}
