import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import { evaluate } from '../index.ts';
import { constantOf } from './constant.ts';
import { patternProblems } from '../index.ts';
import { leavesOf, read } from './reading.ts';
import { typesOf } from './types.ts';
import { variablesOf } from './variables.ts';

function constant(text: string): unknown {
  const root = read(text)?.root;
  return root && constantOf(root)?.value;
}

function types(text: string): string[] | undefined {
  const root = read(text)?.root;
  const found = root && typesOf(root);
  return found && [...found];
}

describe('constants', () => {
  it.each<[string, unknown]>([
    [String.raw`"a\n\"b\" \u0041 a\.b"`, 'a\n"b" \\u0041 a\\.b'],
    ['-1.5', -1.5],
    ['true', true],
    ['null', null],
    ['[1, "a", []]', [1, 'a', []]],
    [
      '{a: 1, "b c": {d: null}, 1st: 2, @type: 3, `k-b`: 4}',
      { a: 1, 'b c': { d: null }, '1st': 2, '@type': 3, 'k-b': 4 },
    ],
    ['("a" + ("b"))', 'ab'],
    ['{__proto__: 1}', JSON.parse('{"__proto__": 1}')],
  ])('%s', (text, value) => {
    expect(constant(text)).toEqual(value);
  });

  it.each(['a', '[a]', '{a: b}', '1 + 1', 'now()', '"a" + b', 'if true then 1 else 2', '@"2020-01-01"'])(
    '%s has none',
    (text) => {
      expect(constant(text)).toBeUndefined();
    },
  );

  it('are what an evaluation gives', () => {
    const key = fc.stringMatching(/^[a-z]{1,5}$/);
    const part = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        fc.integer().map(String),
        fc.string().map((text) => JSON.stringify(text)),
        fc.constantFrom('true', 'null', '"a" + "b"', '-1.50'),
        fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }).map(
          (entries) =>
            `{${Object.entries(entries)
              .map(([name, value]) => `${name}: ${value}`)
              .join(', ')}}`,
        ),
      ),
    })).value;
    fc.assert(
      fc.property(part, (text) => {
        const result = evaluate(text, { world: stillWorld });
        if (result.status === 'ok') expect(JSON.stringify(constant(text))).toBe(JSON.stringify(result.value));
      }),
    );
  });
});

describe('types', () => {
  it.each<[string, string[] | undefined]>([
    ['a > b', ['boolean', 'null']],
    ['count(x)', ['number', 'null']],
    ['if a then 1 else [2]', ['number', 'list']],
    ['if a then 1 else b', undefined],
    ['(x)', undefined],
    ['[1..2]', ['boolean', 'null']],
    ['for i in x return i', ['list', 'null']],
    ['get value(a, "b")', undefined],
    ['foo(1)', undefined],
    ['duration("PT1S")', ['temporal', 'null']],
    ['"a" + b', ['string', 'number', 'temporal', 'null']],
    ['-a', ['number', 'null']],
  ])('%s', (text, expected) => {
    expect(types(text)).toEqual(expected);
  });
});

describe('a reading', () => {
  it('has its calls with their places', () => {
    expect(read('a + upper case(b, c) + d.e(1) + date(2020, 1, 1) + date("2020-01-01")')?.calls).toMatchObject([
      { name: 'upper case', count: 2, from: 4, to: 14 },
      { name: 'date', count: 3, from: 32, to: 36 },
      { name: 'date', count: 1, from: 51, to: 55 },
    ]);
  });

  it('has its paths, as far as they are sure, and whether the expression defines them', () => {
    const { paths } = read('{a: 1, b: a.b[1].c + d[x > 1].e, c: for i in l return i + `f g`.h, d: k}') ?? {};
    expect(paths?.map(({ segments, isLocal }) => [segments.join('.'), isLocal])).toEqual([
      ['a.b.1.c', true],
      ['d', false],
      ['x', true],
      ['l', false],
      ['i', true],
      ['f g.h', false],
      ['k', false],
    ]);
  });

  it('of a broken text has what could be read, the place and a hint', () => {
    const reading = read('{id: order.id, total: sum(prices), x: }');
    expect(reading?.root).toBeUndefined();
    expect(reading?.paths.map(({ segments }) => segments)).toEqual([['order', 'id'], ['prices']]);
    expect(reading?.problem).toMatchObject({ from: 38, line: 1, column: 39, found: '"}"' });
  });

  it.each([
    ["{a: 'x'}", 'double quotes'],
    ['a == b', 'Write "=" once'],
    ['a && b', 'Write "and"'],
    ['a || b', 'Write "or"'],
    ['a ? b : c', 'if'],
    ['!a', 'not'],
    ['{a: 1, }', 'comma'],
    ['a;', 'end mark'],
    ['5 % 2', 'modulo'],
  ])('of %s tells the habit of another language', (text, hint) => {
    expect(read(text)?.problem?.message).toContain(hint);
  });

  it('tells what an expression may end in', () => {
    const root = read('if a then (if b then 1 else "x") else null')?.root;
    expect(root && leavesOf(root).map(({ kind }) => kind)).toEqual(['number', 'string', 'null']);
  });

  it('of any text ends, and its places lie within the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const reading = read(text);
        const { problem } = reading ?? {};
        if (problem) expect(problem.from <= problem.to && problem.to <= text.length).toBe(true);
        for (const { from, to } of [...(reading?.paths ?? []), ...(reading?.calls ?? [])]) {
          expect(from >= 0 && from < to && to <= text.length).toBe(true);
        }
      }),
    );
  });
});

describe('variables', () => {
  const shapes = (text: string) => variablesOf(read(text)?.roots ?? []);

  it.each<[string, unknown]>([
    ['order.id', [{ name: 'order', type: 'context', entries: [{ name: 'id', entries: [] }] }]],
    [
      'if amount > 10 then list[1] else null',
      [
        { name: 'amount', type: 'number' },
        { name: 'list', type: 'list' },
      ],
    ],
    ['for item in items return item.price', [{ name: 'items', type: 'list', entries: [{ name: 'price' }] }]],
    ['orders[id = wanted]', [{ name: 'orders', type: 'list', entries: [{ name: 'id' }] }, { name: 'wanted' }]],
    ['{a: b, c: a.d}', [{ name: 'b', type: 'context', entries: [{ name: 'd' }] }]],
    ['if late then 1 else 2', [{ name: 'late', type: 'boolean' }]],
    ['myFunction(order)', [{ name: 'order' }]],
    ['function(x) x + y', [{ name: 'y' }]],
    ['order.', [{ name: 'order' }]],
    ['1 + 2', []],
  ])('of %s', (text, expected) => {
    const found = shapes(text);
    expect(found).toMatchObject(expected as object);
    expect(found).toHaveLength((expected as unknown[]).length);
  });
});

describe('patterns', () => {
  const problems = (text: string) => patternProblems(read(text)?.roots ?? []);

  it.each([
    ['matches(x, "a(?=b)")', 'unknown', 'a look-around ((?=...))'],
    ['{a: [replace(input: x, pattern: "(a)\\1", replacement: "b")]}', 'unknown', 'a back-reference (\\1)'],
    ['split(x, "a*+")', 'unknown', 'a possessive repetition (*+)'],
    ['extract(x, "[a-z&&[^b]]")', 'unknown', 'an intersection of classes ([a&&[b]])'],
    ['matches(x, "[ä]", "i")', 'unknown', 'a letter beyond ASCII in any case ((?i))'],
    ['matches(x, "(")', 'invalid', undefined],
  ])('of %s', (text, kind, construct) => {
    expect(problems(text)).toMatchObject([{ kind, ...(construct !== undefined && { construct }) }]);
  });

  it('that are run, or not known before, are no problems', () => {
    expect(problems('matches(x, "(?i)rate exceeded") and matches(x, y) and matches(x, "\\p{L}+")')).toEqual([]);
  });
});
