import type { JsonObject } from '@eventbridge-kit/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDetail, detailText } from './detail.ts';

function nestedText(levels: number): string {
  return `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
}

function nestedValue(levels: number): JsonObject {
  let value: JsonObject = {};
  for (let i = 1; i < levels; i++) value = { a: value };
  return value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('detail as JSON text', () => {
  it.each([
    ['', 'detail-required', 'is required. Write'],
    ['{"a":1,}', 'detail-not-json', '(line 1, column 8): found "}" where a key in double quotes should stand'],
    ['{\n  "a": 1\n  "b": 2\n}', 'detail-not-json', '(line 3, column 3)'],
    ['{\r\n"a": x}', 'detail-not-json', '(line 2, column 6): found "x" where a value'],
    ['{"a":1', 'detail-not-json', 'found the end of the text where "," or the closing bracket'],
    ['{"a":"b', 'detail-not-json', '(line 1, column 6): found a string without its closing quote'],
    ['{"a":"\t"}', 'detail-not-json', 'the control character U+0009 inside a string'],
    [String.raw`{"a":"\u12g4"}`, 'detail-not-json', 'an escape that JSON does not know'],
    ['{}{}', 'detail-not-json', 'found "{" where the end of the text should stand'],
    ['\ufeff{}', 'detail-not-json', 'found U+FEFF'],
    ['[1]', 'detail-not-object', 'found an array'],
    ['"x"', 'detail-not-object', 'found a string'],
    ['null', 'detail-not-object', 'found null'],
    ['{"a": 9223372036854775808}', 'detail-integer-range', '(line 1, column 7): found 9223372036854775808'],
    ['{"a": -9223372036854775809}', 'detail-integer-range', 'found -9223372036854775809'],
  ])('refuses %j as %s', (text, rule, message) => {
    const issues = checkDetail(text);
    expect(issues).toMatchObject([{ rule, severity: 'error', field: 'input.detail' }]);
    expect(issues[0]?.message).toContain(message);
  });

  it.each(['{}', ' {"a": 1} ', '{"a":9223372036854775807,"b":-9223372036854775808,"c":1e400}', nestedText(1000)])(
    'accepts case %#',
    (text) => expect(checkDetail(text)).toEqual([]),
  );

  it('refuses level 1001, and names the place', () => {
    expect(checkDetail(nestedText(1001))[0]?.message).toContain(
      '(line 1, column 5001): found 1001 levels. Write at most 1000',
    );
  });

  it.each([2_000, 300_000])('survives %d levels', (levels) => {
    expect(checkDetail('['.repeat(levels))).toMatchObject([{ rule: 'detail-not-json' }]);
    expect(checkDetail(nestedText(levels))).toMatchObject([{ rule: 'detail-too-deep' }]);
  });

  it('agrees with JSON.parse about what is JSON', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.',
      'e',
      '+',
      ' ',
      '\n',
      'true',
      'null',
      'nul',
      '\u0001',
    );
    const text = fc.oneof(
      fc.json(),
      fc.array(pieces).map((parts) => parts.join('')),
      fc.tuple(fc.json(), pieces, fc.nat()).map(([json, piece, at]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + piece + json.slice(place);
      }),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const notJson = checkDetail(candidate).some(
          ({ rule }) => rule === 'detail-not-json' || rule === 'detail-required',
        );
        expect(notJson).toBe(!isJson(candidate));
      }),
      { numRuns: 1000 },
    );
  });

  it('makes compact text that means the same, white space in strings kept', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(0, 1, '\t', '\r\n'.slice(1)),
        (value, indent) => {
          expect(detailText(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value));
        },
      ),
    );
  });

  it('keeps numbers as they are written', () => {
    expect(detailText('{ "a": 9007199254740993, "b": 1.10, "c": 1E+2, "d": -0 }')).toBe(
      '{"a":9007199254740993,"b":1.10,"c":1E+2,"d":-0}',
    );
  });
});

describe('detail as a value', () => {
  it('accepts objects, and makes JSON text of them', () => {
    expect(checkDetail({ a: [1, { b: null }] })).toEqual([]);
    expect(detailText({ a: [1, { b: null }] })).toBe('{"a":[1,{"b":null}]}');
  });

  it.each([
    [{ a: [{ b: 2 ** 63 }] }, 'detail-integer-range', 'at detail.a[0].b'],
    [{ a: Number.NaN }, 'detail-not-a-number', 'found NaN'],
    [nestedValue(1001), 'detail-too-deep', 'more than 1000 levels'],
    [nestedValue(100_000), 'detail-too-deep', 'more than 1000 levels'],
  ])('refuses case %#', (value, rule, message) => {
    const issues = checkDetail(value);
    expect(issues).toMatchObject([{ rule }]);
    expect(issues[0]?.message).toContain(message);
  });

  it.each([[nestedValue(1000)], [{ low: -(2 ** 63), big: 1e30 }]])('accepts case %#', (value) =>
    expect(checkDetail(value)).toEqual([]),
  );

  it('ends on a value that contains itself', () => {
    const loop: JsonObject = {};
    loop['self'] = loop;
    expect(checkDetail(loop)).toMatchObject([{ rule: 'detail-too-deep' }]);
  });

  it.each([[null], [[]], [5]])('refuses %j, which only a caller without types can give', (value) => {
    expect(checkDetail(value as unknown as JsonObject)).toHaveLength(1);
  });
});
