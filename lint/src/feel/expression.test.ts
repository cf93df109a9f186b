import { describe, expect, it } from 'vitest';
import { contextKeys, expressionOf } from './expression.ts';

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

describe('what is too large to be known', () => {
  it.each([
    ['too deep', '['.repeat(500)],
    ['too long', `"${'x'.repeat(3_000_000)}"`],
  ])('is not read: %s', (_, text) => {
    expect(expressionOf(text)).toBeUndefined();
  });
});
