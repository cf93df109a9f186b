import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { stillWorld } from '../../test/world.ts';
import { evaluateFeel } from './evaluate.ts';

/**
 * What the engine's expression language (io.camunda:zeebe-expression-language 8.9.0-rc1) answers at 2026-01-31T12:34:56.789Z
 * in Europe/Berlin: variables first, then one expression a line with its value. Without a value the engine refuses it.
 */
const [variablesLine = '', ...lines] = readFileSync(
  new URL('../../../feel/test/engine-answers.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n');
const variables = JSON.parse(variablesLine) as JsonObject;
const answers = lines.map((line) => JSON.parse(line) as [expression: string, value?: Json]);

/** What is told in another way here. The reason stands beside each: it may shrink, and must not grow. */
const DIFFERENT: Readonly<Record<string, string>> = {
  '{f: function(x, y) x, r: f(1)}.r': 'the library calls a function with fewer arguments',
  '{f: function(g, k) if k = 0 then "done" else g(g, k - 1), r: f(f, 3)}': 'the library lets a function take itself',
  'function(x) x instance of function': 'the library wants the types of a function',
  '=1': 'a leading = is left out',
  '{a-b: 1}.a-b': 'the library knows the name with a sign that the context defines',
  'append(list: [1], items: 2)': 'a single item is taken for a list',
  'append([1])': 'no item is none',
  '[1] < [2]': 'lists have no order: null, not a failure',
  'min([[1],[2]])': 'lists have no order: null, not a failure',
  '2 ** 1.5': 'the last digit of a double',
  '(1 / 3) * 3 = 1': 'doubles, not 34 digits',
  '--x': 'the library allows two signs',
  'date("2020-01-01").hour': 'the hour of a date is 0',
  '[[{a:1}]].a': 'the library looks one level deep',
  'for i in [1,2,3] return partial': 'the library hands out the list that it still fills',
  'date("2020-01-01", 1, 1)': 'the other parameters are left aside',
  'x in (2) + 3': 'the library goes on after the parenthesis',
  'from json("[1] x")': 'text after JSON makes it none',
  ...Object.fromEntries(
    ['"RkVFTA=="', '"RkVFTA"', '""', '"w6nigqzwn5iA"'].map((text) => [`from base64(${text})`, 'newer engines have it']),
  ),
};

const world = { ...stillWorld, now: () => ({ ...stillWorld.now(), zone: 'Europe/Berlin' }) };

function sorted(value: Json | undefined): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key])]),
  );
}

describe('an expression has the value that the engine gives it, or is unknown', () => {
  const results = answers.map(([expression, value]) => ({
    expression,
    value,
    result: evaluateFeel(expression, variables, world),
  }));
  const known = results.filter(({ result }) => result.status !== 'unknown');

  it("for all of the engine's answers but those listed", () => {
    const differing = known
      .filter(({ value, result }) => {
        const ours = result.status === 'ok' ? result.value : undefined;
        return JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(value));
      })
      .map(({ expression }) => expression);
    expect(differing.toSorted()).toEqual(Object.keys(DIFFERENT).toSorted());
  });

  it('and is unknown for less than one in ten', () => {
    expect(results.length - known.length).toBeLessThan(results.length / 10);
  });
});
