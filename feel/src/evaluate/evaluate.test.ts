import type { JsonObject } from '@eventbridge-kit/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import type { FeelWorld } from '../world.ts';
import { DEFAULT_LIMITS } from '../budget.ts';
import { evaluate as evaluateWith } from '../index.ts';

function evaluate(text: string, variables: JsonObject = {}, world: FeelWorld = stillWorld) {
  return evaluateWith(text, { variables, world });
}

describe('an expression', () => {
  it('tells why a part of it is null: kind, place and name', () => {
    const text =
      '{a: 1, b: missing, c: order.total.x, d: 1 + "a", e: 1 < "a", f: upper case(1), g: no such(1), h: "x".y}';
    const result = evaluate(text, { order: { total: {} } });
    expect(result).toMatchObject({ status: 'ok', value: { a: 1, b: null, g: null } });
    const warnings = result.status === 'ok' ? result.warnings : [];
    expect(warnings.map(({ kind, name }) => [kind, name])).toEqual([
      ['NO_VARIABLE_FOUND', 'missing'],
      ['NO_CONTEXT_ENTRY_FOUND', 'x'],
      ['INVALID_TYPE', undefined],
      ['NOT_COMPARABLE', undefined],
      ['FUNCTION_INVOCATION_FAILURE', undefined],
      ['NO_FUNCTION_FOUND', 'no such'],
      ['NO_PROPERTY_FOUND', 'y'],
    ]);
    expect(warnings.map(({ from, to }) => text.slice(from, to)).slice(0, 4)).toEqual([
      'missing',
      'order.total.x',
      '1 + "a"',
      '1 < "a"',
    ]);
  });

  it('has no value of a variable in its warnings', () => {
    const result = evaluate('{a: key + 1, b: key > 1, c: abs(key), d: key.x}', { key: 'very-secret' });
    expect(JSON.stringify(result)).not.toContain('very-secret');
  });

  it('tells a place once, however often a loop comes by', () => {
    expect(evaluate('for i in 1..50 return missing')).toMatchObject({ warnings: [{ kind: 'NO_VARIABLE_FOUND' }] });
  });

  it('that the engine gives up is a failure, and one that it cannot read is refused with its place', () => {
    expect(evaluate('substring("abc", 9)')).toMatchObject({ status: 'failed' });
    expect(evaluate('assert(1, false, "no")')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('no') as string,
    });
    expect(evaluate('{a: }')).toMatchObject({ status: 'refused', problem: { from: 4, line: 1, column: 5 } });
    expect(evaluate('')).toMatchObject({ status: 'refused' });
    expect(evaluate('function(x) external {java: {class: "A", method signature: "b(c)"}}')).toMatchObject({
      status: 'refused',
    });
  });

  it('sees a variable with blanks or signs in backticks only', () => {
    const variables = { 'order total': 5, 'a+b': 7, a: 1, b: 2, 'a.b': 3 };
    expect(evaluate('`order total` + `a+b`', variables)).toMatchObject({ value: 12 });
    expect(evaluate('a+b', variables)).toMatchObject({ value: 3 });
    expect(evaluate('`a.b`', variables)).toMatchObject({ value: 3 });
    expect(evaluate('order total', variables)).toMatchObject({ status: 'refused' });
  });

  it('is evaluated with new variables and a new world each time, though it is parsed once', () => {
    const text = '{a: a, u: uuid(), r: random number(), n: now()}';
    const world: FeelWorld = {
      now: () => ({ epochMs: Date.UTC(2026, 5, 1, 23, 0), zone: 'Europe/Berlin' }),
      random: () => 0.5,
      uuid: () => 'second',
    };
    expect(evaluate(text, { a: 1 })).toMatchObject({ value: { a: 1, u: stillWorld.uuid(), r: 0.25 } });
    const value = { a: [2], u: 'second', r: 0.5, n: '2026-06-02T01:00:00+02:00[Europe/Berlin]' };
    expect(evaluate(text, { a: [2] }, world)).toMatchObject({ value });
    expect(evaluate(text, {})).toMatchObject({ value: { a: null } });
  });

  it('leaves the variables as they are', () => {
    const variables = { list: [3, 1], context: { a: 1 } };
    const before = JSON.stringify(variables);
    evaluate('{a: append(list, 2), b: context put(context, "b", 2), c: sort(list, function(x, y) x < y)}', variables);
    expect(JSON.stringify(variables)).toBe(before);
  });

  it('shares a budget with others where its world has one', () => {
    let left = 1000;
    const world: FeelWorld = { ...stillWorld, spend: (steps) => (left -= steps) > 0 };
    const text = 'count(for i in 1..200 return i)';
    expect(evaluate(text, {}, world)).toMatchObject({ value: 200 });
    expect(evaluate(text, {}, world)).toMatchObject({ status: 'exceeded', bound: 'steps' });
  });

  it.each(['constructor', '__proto__', '"a".constructor', 'x.constructor.constructor', 'x.__proto__', 'toString'])(
    '%s reaches no prototype',
    (text) => {
      expect(evaluate(text, { x: {} })).toMatchObject({ status: 'ok', value: null });
    },
  );

  it('leaves an own key __proto__ of a variable alone', () => {
    const variables = JSON.parse('{"__proto__": {"polluted": 1}, "x": {"__proto__": {"polluted": 2}}}') as JsonObject;
    expect(evaluate('{y: x, __proto__: {polluted: 3}}', variables)).toMatchObject({ status: 'ok' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('over a variable that is nested beyond all use is beyond a bound', () => {
    const deep = JSON.parse('['.repeat(30_000) + ']'.repeat(30_000)) as never;
    expect(evaluate('deep', { deep })).toMatchObject({ status: 'exceeded', bound: 'depth' });
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    ...['a', '1', '"x"', '+', ' and ', '(', ')', '[', ']', '{a: ', '}', ', ', 'if ', ' then ', ' else ', '..', ' in '],
    ...['for i in ', ' return ', '@"P1D"', 'function(x) ', '.', '`', '//', '/*', '-', '?', '< ', 'string', 'count'],
    ...[
      'matches',
      'date',
      ' instance of ',
      ' between ',
      'not',
      'some ',
      ' satisfies ',
      '**',
      ' = ',
      'duration("PT1H")',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
  );

  it('gives a result within its budget, and never throws', () => {
    fc.assert(
      fc.property(text, (written) => {
        const result = evaluate(written, { a: [1], x: { a: 'b' } });
        if ('used' in result) expect(result.used.steps).toBeLessThanOrEqual(DEFAULT_LIMITS.maxSteps * 1.1);
      }),
      { numRuns: 2000 },
    );
  });

  it('and any variables give a result as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (variables) => {
        const x = variables as JsonObject;
        const result = evaluate('{a: x, b: [x], c: string(x), d: x = x, e: get entries(x)}', { ...x, x });
        expect(() => JSON.stringify(result)).not.toThrow();
      }),
    );
  });
});
