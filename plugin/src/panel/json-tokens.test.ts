import fc from 'fast-check';
import type { Json } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

describe('the pieces of a JSON text', () => {
  it('joined are the text, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const tokens = jsonTokens(value as Json);
        expect(tokens.map(({ text }) => text).join('')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('tell keys from texts, numbers and words', () => {
    const kinds = (kind: string): readonly string[] =>
      jsonTokens({ a: 'b: "c"', 'd-e': [-1.5e21, true, null] })
        .filter((token) => token.kind === kind)
        .map(({ text }) => text);
    expect(kinds('key')).toEqual(['"a"', '"d-e"']);
    expect(kinds('string')).toEqual([String.raw`"b: \"c\""`]);
    expect(kinds('number')).toEqual(['-1.5e+21']);
    expect(kinds('word')).toEqual(['true', 'null']);
  });
});
