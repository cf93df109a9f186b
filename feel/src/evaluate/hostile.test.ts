import { describe, expect, it } from 'vitest';
import { HOSTILE, HOSTILE_VARIABLES } from '@eventbridge-kit/testkit/feel/hostile';
import { stillWorld } from '../../test/world.ts';
import { DEFAULT_LIMITS } from '../budget.ts';
import { evaluate } from '../index.ts';

/** One operation is counted before it is done, and may be the one that goes beyond. */
const ONE_MORE = 1.25;

describe('a hostile expression', () => {
  it('stands in a corpus of 60 or more', () => {
    expect(Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(HOSTILE))('of %s ends within its budget', (_what, text) => {
    const result = evaluate(text, { variables: HOSTILE_VARIABLES, world: stillWorld });
    if (result.status === 'refused') return;
    if (result.status === 'exceeded') {
      expect(result.message).toContain(result.limit.toLocaleString('en-US'));
      return;
    }
    expect(result.used.steps).toBeLessThanOrEqual(DEFAULT_LIMITS.maxSteps);
    expect(result.used.bytes).toBeLessThanOrEqual(DEFAULT_LIMITS.maxBytes * ONE_MORE);
  });

  it.each([
    ['a loop of a billion', 'steps'],
    ['loops over variables', 'steps'],
    ['a text that grows by replacing', 'steps'],
    ['a text that doubles', 'bytes'],
    ['a list that doubles', 'steps'],
    ['many patterns', 'steps'],
    ['contexts in contexts', 'depth'],
    ['nested lists', 'depth'],
    ['three megabytes of text', 'length'],
  ])('of %s is told by the bound of %s, and not as a mistake', (what, bound) => {
    const result = evaluate(HOSTILE[what] ?? '', { variables: HOSTILE_VARIABLES, world: stillWorld });
    expect(result).toMatchObject({ status: 'exceeded', bound });
  });

  it.each([
    ['a pattern that doubles', false],
    ['a pattern of stars', false],
    ['a pattern in a pattern', false],
  ])('of %s has an answer, in linear time', (what, value) => {
    const result = evaluate(HOSTILE[what] ?? '', { variables: HOSTILE_VARIABLES, world: stillWorld });
    expect(result).toMatchObject({ status: 'ok', value });
  });

  it('has the bounds that its caller sets', () => {
    const limits = { maxSteps: 100, maxBytes: 1000, maxDepth: 5 };
    expect(evaluate('for i in 1..200 return i', { world: stillWorld, limits })).toMatchObject({
      bound: 'steps',
      limit: 100,
    });
    expect(evaluate('"x" + long', { variables: { long: 'y'.repeat(600) }, world: stillWorld, limits })).toMatchObject({
      bound: 'bytes',
    });
    expect(evaluate('[[[[[[1]]]]]]', { world: stillWorld, limits })).toMatchObject({ bound: 'depth', limit: 5 });
  });
});
