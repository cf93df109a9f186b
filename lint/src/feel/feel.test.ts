import { describe, expect, it } from 'vitest';
import { isWithinBudget } from './budget.ts';
import { constantOf } from './constant.ts';
import { contextKeys, expressionOf } from './expression.ts';
import { typesOf } from './types.ts';

const constant = (source: string): unknown => {
  const root = expressionOf(`=${source}`)?.root;
  return root && constantOf(root, source)?.value;
};

const types = (source: string): string[] | undefined => {
  const root = expressionOf(source)?.root;
  const found = root && typesOf(root, source);
  return found && [...found];
};

describe('constants', () => {
  it.each<[string, unknown]>([
    ['"a\\n\\"b\\" \\u0041"', 'a\n"b" A'],
    ['-1.5', -1.5],
    ['true', true],
    ['null', null],
    ['[1, "a", []]', [1, 'a', []]],
    ['{a: 1, "b c": {d: null}}', { a: 1, 'b c': { d: null } }],
    ['("a" + ("b"))', 'ab'],
    ['{__proto__: 1}', JSON.parse('{"__proto__": 1}')],
  ])('%s', (source, value) => {
    expect(constant(source)).toEqual(value);
  });

  it.each(['a', '[a]', '{a: b}', '1 + 1', 'now()', '"a" + b', 'if true then 1 else 2', '@"2020-01-01"'])(
    '%s has none',
    (source) => {
      expect(constant(source)).toBeUndefined();
    },
  );
});

describe('types', () => {
  it.each<[string, string[] | undefined]>([
    ['a > b', ['boolean', 'null']],
    ['count(x)', ['number', 'null']],
    ['if a then 1 else [2]', ['number', 'list']],
    ['if a then 1 else b', undefined],
    ['(x)', undefined],
    ['[1..2]', ['range']],
    ['for i in x return i', ['list', 'null']],
    ['get value(a, "b")', undefined],
    ['foo(1)', undefined],
    ['duration("PT1S")', ['temporal', 'null']],
  ])('%s', (source, expected) => {
    expect(types(source)).toEqual(expected);
  });
});

describe('an expression', () => {
  it('has its calls, with the text offsets of the field', () => {
    const { calls } = expressionOf('=a + upper case(b, c) + d.e(1) + date(2020, 1, 1)') ?? {};
    expect(calls?.map(({ name, count, from, to }) => [name, count, from, to])).toEqual([
      ['upper case', 2, 5, 15],
      ['date', 3, 33, 37],
    ]);
  });

  it('has its paths, as far as they are sure', () => {
    const { paths } = expressionOf('a.b[1].c + d[x > 1].e + `f g`.h + k') ?? {};
    expect(paths?.map(({ segments }) => segments)).toEqual([['a', 'b', 1, 'c'], ['d'], ['x'], ['f g', 'h'], ['k']]);
  });

  it('knows the keys of a context at its root only', () => {
    const keys = (text: string): readonly string[] | undefined => {
      const expression = expressionOf(text);
      return expression && contextKeys(expression);
    };
    expect(keys('={a: {b: 1}, "c d": 2}')).toEqual(['a', 'c d']);
    expect(keys('=[{a: 1}]')).toBeUndefined();
  });

  it('is read once for the same text', () => {
    expect(expressionOf('=a + 1')).toBe(expressionOf('=a + 1'));
    expect(expressionOf('a + 1')?.offset).toBe(0);
  });
});

describe('the budget', () => {
  const many = (count: number): string => `{${Array.from({ length: count }, (_, i) => `k${i}: v${i}`).join(', ')}}`;

  it('holds for what a person writes', () => {
    expect(isWithinBudget(many(150))).toBe(true);
    expect(isWithinBudget(`"${'x, {:'.repeat(100_000)}"`)).toBe(true);
  });

  it.each([
    ['too many entries', many(201)],
    ['too deep', '['.repeat(100)],
    ['too many words', 'a '.repeat(3000)],
    ['an open string of punctuation', `"${':'.repeat(3000)}`],
  ])('ends: %s', (_, text) => {
    expect(isWithinBudget(text)).toBe(false);
    expect(expressionOf(text)).toBeUndefined();
  });
});
