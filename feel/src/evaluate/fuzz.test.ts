import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@eventbridge-kit/issue';
import { HOSTILE_VARIABLES } from '@eventbridge-kit/testkit/feel/hostile';
import { stillWorld } from '../../test/world.ts';
import { evaluate, type Limits } from '../index.ts';

/** Small, so that many expressions are tried; what is counted is the same. */
const LIMITS: Limits = { maxSteps: 10_000, maxBytes: 1024 * 1024, maxDepth: 100 };

/** Expressions that multiply: loops in loops, lists and texts that double, functions over all of it. */
const { expression } = fc.letrec<{ readonly expression: string }>((tie) => {
  const inner = tie('expression');
  const count = fc.constantFrom('3', '60', '2000', '1000000000', '10 ** 30');
  const made = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc
      .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
      .map((texts) => texts.join(''));
  return {
    expression: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom(
        '1',
        '"ab"',
        'i',
        'partial',
        'partial[-1]',
        'many',
        'numbers',
        'long',
        'lines',
        'random number()',
      ),
      made('(for i in 1..', count, ' return ', inner, ')'),
      made('(for i in ', inner, ', j in ', inner, ' return ', inner, ')'),
      made('(some i in ', inner, ' satisfies ', inner, ' = 0)'),
      made('(', inner, ' + ', inner, ')'),
      made('[', inner, ', ', inner, ']'),
      made('{a: ', inner, ', b: ', inner, '}'),
      made('(', inner, ')[', inner, ']'),
      made('concatenate(', inner, ', ', inner, ')'),
      made('string join([string(', inner, '), string(', inner, ')])'),
      made('replace(string(', inner, '), "(a|b)*", "$0$0$0$0")'),
      made('split(string(', inner, '), "")'),
      made('matches(string(', inner, '), "(.*a){9}")'),
      made('sort(', inner, ', function(x, y) x < y)'),
      made('distinct values(', inner, ')'),
      made('context merge(', inner, ')'),
      made('string(', inner, ')'),
      made('to json(', inner, ')'),
    ),
  };
});

/** Values within a value, itself included. */
function nodesIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, item) => sum + nodesIn(item), 1);
}

describe('an expression that multiplies', () => {
  it('ends, and does no more than it has counted', () => {
    fc.assert(
      fc.property(expression, (text) => {
        let calls = 0;
        const world = { ...stillWorld, random: () => (calls += 1) / 1e9 };
        const result = evaluate(text, { variables: HOSTILE_VARIABLES, world, limits: LIMITS });
        expect(result.status).not.toBe('refused');
        if (result.status === 'refused') return;
        expect(calls).toBeLessThanOrEqual(result.used.steps);
        if (result.status !== 'ok') return;
        expect(result.used.steps).toBeLessThanOrEqual(LIMITS.maxSteps);
        expect(result.used.bytes).toBeLessThanOrEqual(LIMITS.maxBytes);
        expect(nodesIn(result.value)).toBeLessThanOrEqual(result.used.steps);
      }),
      { numRuns: 1500 },
    );
  });
});
