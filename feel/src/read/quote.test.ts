import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import { evaluate } from '../index.ts';
import { evaluateStaticText } from '../evaluate/static-text.ts';
import { quoteFeel } from './quote.ts';

const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('\\', '"', '\n', '\t', '\r', 'n', 't', 'b', "'", 'u0041', '.', ' '), { maxLength: 8 })
    .map((signs) => signs.join('')),
);

describe('a text as FEEL', () => {
  it.each([
    ['say "hi"', String.raw`"say \"hi\""`],
    ['a\nb', String.raw`"a\nb"`],
    [String.raw`aws\.orders`, String.raw`"aws\\.orders"`],
    [String.raw`a\"b`, String.raw`"a\\" + "\"b"`],
  ])('%s', (written, expected) => {
    expect(quoteFeel(written)).toBe(expected);
  });

  it('is what the engine reads as that text', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(evaluate(quoteFeel(written), { world: stillWorld })).toMatchObject({ status: 'ok', value: written });
      }),
    );
  });
});

describe('a static text', () => {
  it.each<[string, string | undefined]>([
    ['plain', 'plain'],
    ['', ''],
    ['{"orderId": 42}', '{"orderId": 42}'],
    [String.raw`{"nl":"a\nb"}`, '{"nl":"a\nb"}'],
    [String.raw`one\ntwo \d \\`, 'one\ntwo \\d \\'],
    [String.raw`\u0041`, String.raw`\u0041`],
    [String.raw`{"q":"say \"hi\""}`, undefined],
    ['ends with a backslash \\', undefined],
  ])('%s', (written, expected) => {
    const result = evaluateStaticText(written);
    if (expected === undefined)
      expect(result).toMatchObject({ status: 'refused', message: expect.stringContaining('"="') as string });
    else expect(result).toEqual({ status: 'ok', value: expected });
  });

  it('without a backslash is what is written', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        fc.pre(!written.includes('\\'));
        expect(evaluateStaticText(written)).toEqual({ status: 'ok', value: written });
      }),
    );
  });
});
