import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, isBlank, message, quote, shorten } from './message.ts';

describe('a message', () => {
  it('says what is wrong, what was found and what to write instead', () => {
    expect(message({ wrong: 'Region is not known', found: quote('eu-central'), instead: 'Write eu-central-1.' })).toBe(
      'Region is not known: found "eu-central". Write eu-central-1.',
    );
  });

  it('quotes a text on one line, control characters escaped', () => {
    expect(quote('a\n"b"')).toBe(String.raw`"a\n\"b\""`);
  });

  it('repeats the beginning of a long text alone', () => {
    expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(80)}"...`);
    expect(shorten('1'.repeat(81))).toBe(`${'1'.repeat(80)}...`);
    expect(shorten('1'.repeat(80))).toBe('1'.repeat(80));
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (text, maxChars) => {
        // throws for half a character
        expect(() => encodeURI(shorten(text, maxChars))).not.toThrow();
      }),
    );
  });

  it('counts in words', () => {
    expect([count(1, 'character'), count(300, 'character'), count(0, 'job')]).toEqual([
      '1 character',
      '300 characters',
      '0 jobs',
    ]);
  });

  it('knows a text that a user sees as empty', () => {
    expect([' \n\t', '', ' x'].map(isBlank)).toEqual([true, true, false]);
  });
});
