import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import type { JsonObject } from '../json.ts';
import { evaluateFeel } from './evaluate.ts';
import type { FeelWorld } from './world.ts';

const evaluate = (expression: string, context: JsonObject = {}, world: FeelWorld = stillWorld) =>
  evaluateFeel(expression, context, world);

const many = Array.from({ length: 2000 }, (_item, a) => ({ a }));

describe('an expression', () => {
  it('is the same with and without a leading =', () => {
    expect(evaluate('=1 + 1')).toEqual({ status: 'ok', value: 2, warnings: [] });
    expect(evaluate('1 + 1')).toEqual({ status: 'ok', value: 2, warnings: [] });
  });

  it('gives null and a note with its place where a variable is missing', () => {
    const result = evaluate('={a: 1, b: missing}');
    expect(result).toMatchObject({ status: 'ok', value: { a: 1, b: null } });
    expect(result.status === 'ok' ? result.warnings[0] : '').toMatch(/missing.*at character 12/);
  });

  it('that is broken fails with its place in the text as written', () => {
    expect(evaluate('={a: }')).toMatchObject({ status: 'failed', position: { from: 5 } });
    expect(evaluate('=1 +')).toMatchObject({ status: 'failed', position: { from: 4 } });
    expect(evaluate('')).toMatchObject({ status: 'failed' });
  });

  it('sees a variable with blanks or signs in backticks only, as in the engine', () => {
    const variables = { 'order total': 5, 'a+b': 7, a: 1, b: 2, 'a.b': 3 };
    expect(evaluate('=`order total` + `a+b`', variables)).toMatchObject({ value: 12 });
    expect(evaluate('=a+b', variables)).toMatchObject({ value: 3 });
    expect(evaluate('=`a.b`', variables)).toMatchObject({ value: 3 });
    expect(evaluate('=order total', variables)).toMatchObject({ status: 'failed' });
  });

  it('is evaluated with new variables each time, though it is parsed once', () => {
    const world: FeelWorld = { ...stillWorld, uuid: () => 'second' };
    const expression = '={a: a, u: uuid()}';
    expect(evaluate(expression, { a: 1 })).toMatchObject({ value: { a: 1, u: stillWorld.uuid() } });
    expect(evaluate(expression, { a: [2] }, world)).toMatchObject({ value: { a: [2], u: 'second' } });
    expect(evaluate(expression, {})).toMatchObject({ value: { a: null } });
  });

  it('leaves the variables as they are', () => {
    const variables = { list: [3, 1], context: { a: 1 } };
    const before = JSON.stringify(variables);
    evaluate('={a: append(list, 2), b: context put(context, "b", 2), c: sort(list, function(x, y) x < y)}', variables);
    expect(JSON.stringify(variables)).toBe(before);
  });

  it('takes the clock of its world, zone included', () => {
    const world: FeelWorld = {
      ...stillWorld,
      now: () => ({ epochMs: Date.UTC(2026, 5, 1, 23, 0), zone: 'Europe/Berlin' }),
    };
    expect(evaluate('={n: now(), t: today()}', {}, world)).toMatchObject({
      value: { n: '2026-06-02T01:00:00+02:00[Europe/Berlin]', t: '2026-06-02' },
    });
  });
});

describe('a hostile expression', () => {
  const nested = (open: string, close: string): string => open.repeat(2000) + '1' + close.repeat(2000);

  it.each([
    ['2,000 nested lists', nested('[', ']')],
    ['2,000 nested contexts', nested('{a:', '}')],
    ['2,000 parentheses', nested('(', ')')],
    ['2,000 open brackets', '['.repeat(2000)],
    ['2,000 conditions', 'if true then '.repeat(2000) + '1' + ' else 2'.repeat(2000)],
    ['1 MB of text', `"${'x'.repeat(1_000_000)}"`],
    ['1 MB of signs', '%'.repeat(1_000_000)],
    ['a loop of a billion steps', 'for i in 1..1000000000 return i'],
    ['a loop to a number beyond all', 'for i in 1..(10 ** 300) return i'],
    ['loops within loops', 'for a in 1..1000, b in 1..1000, c in 1..1000 return a'],
    ['loops over variables', 'for a in many, b in many, c in many return 1'],
    ['filters within filters', 'many[count(many[count(many[a > 1]) > 1]) > 1]'],
    [
      'a function that calls itself twice',
      '{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 60)}.r',
    ],
    ['a function that calls itself forever', '{f: function(g) g(g), r: f(f)}.r'],
    ['a text that doubles', 'for i in 1..60 return if i = 1 then "xx" else partial[-1] + partial[-1]'],
    ['a variable nested 30,000 levels deep', 'deep'],
  ])('of %s fails', (_what, expression) => {
    const deep = JSON.parse('['.repeat(30_000) + ']'.repeat(30_000)) as never;
    expect(evaluate(expression, { many, deep })).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['(a+)+$', 'a'.repeat(60) + '!'],
    ['(a|a)*$', 'a'.repeat(60) + '!'],
    ['(?:a|aa)+$', 'a'.repeat(60) + '!'],
    ['([a-z]*)*$', 'a'.repeat(60) + '!'],
    ['.*.*.*.*x', 'a'.repeat(3000)],
  ])('with the pattern %s is unknown for a long text', (pattern, text) => {
    expect(evaluate('matches(text, pattern)', { text, pattern })).toMatchObject({ status: 'unknown' });
  });

  it.each(['constructor', '__proto__', '"a".constructor', 'x.constructor.constructor', 'x.__proto__', 'toString'])(
    '%s reaches no prototype',
    (expression) => {
      expect(evaluate(expression, { x: {} })).toMatchObject({ status: 'ok', value: null });
    },
  );

  it('leaves an own key __proto__ of a variable alone', () => {
    const variables = JSON.parse('{"__proto__": {"polluted": 1}, "x": {"__proto__": {"polluted": 2}}}') as JsonObject;
    expect(evaluate('={y: x}', variables)).toMatchObject({ status: 'ok' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    'a',
    '1',
    '"x"',
    '+',
    ' and ',
    '(',
    ')',
    '[',
    ']',
    '{a: ',
    '}',
    ', ',
    'if ',
    ' then ',
    ' else ',
    '..',
    ' in ',
    'for i in ',
    ' return ',
    '@"P1D"',
    'function(x) ',
    '.',
    '`',
    '//',
    '-',
  );

  it('gives a result, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (expression) => {
          expect(['ok', 'failed', 'unknown']).toContain(evaluate(expression, { a: [1] }).status);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and any variables give a result as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (variables) => {
        const result = evaluate('={a: x, b: [x], c: string(x), d: x = x}', {
          ...(variables as JsonObject),
          x: variables as JsonObject,
        });
        expect(() => JSON.stringify(result)).not.toThrow();
      }),
    );
  });
});
