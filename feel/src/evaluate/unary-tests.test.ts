import { describe, expect, it } from 'vitest';
import type { Json } from '@eventbridge-kit/issue';
import { stillWorld } from '../../test/world.ts';
import { evaluateUnaryTests } from '../index.ts';

describe("a decision table's cell", () => {
  // What feel-engine 1.19.3 answers.
  it.each<[tests: string, input: Json, value: Json]>([
    ['5', 5, true],
    ['1, 2, 5', 5, true],
    ['< 5', 5, false],
    ['[1..5]', 5, true],
    ['[1..5)', 5, false],
    ['not(5)', 5, false],
    ['not([1..3], 7)', 5, true],
    ['-', 5, true],
    ['true', true, true],
    ['false', true, false],
    ['[1, 5]', 5, true],
    ['? > 3 and ? < 6', 5, true],
    ['list contains([1, 2], ?)', null, false],
    ['? = null', null, true],
    ['"a"', 5, null],
    ['null', null, true],
    ['< 5', 'a', null],
  ])('%s for %j', (tests, input, value) => {
    expect(evaluateUnaryTests(tests, input, { world: stillWorld })).toMatchObject({ status: 'ok', value });
  });

  it.each(['', 'not(1', '1,'])('%j is refused', (tests) => {
    expect(evaluateUnaryTests(tests, 1, { world: stillWorld })).toMatchObject({ status: 'refused' });
  });
});
