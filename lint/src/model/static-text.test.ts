import { evaluateInputs } from '@eventbridge-kit/connector';
import { evaluateStaticText } from 'camunda-feel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { asFeel, escapesIn } from './static-text.ts';

/** Text with the characters that JSON and FEEL escape. */
const text = fc
  .array(fc.constantFrom('\\', '"', "'", '\n', '\t', 'n', 'u0041', '/', 'a', 'ü', '{', ':', ' ', '😀'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

function valueOf(source: string): unknown {
  return evaluateInputs([{ target: 'a', source }], {}, stillWorld).fields[0]?.value;
}

describe('static text', () => {
  it('has an escape where the engine makes another text of it, or none at all', () => {
    fc.assert(
      fc.property(text, (written) => {
        const arrives = evaluateStaticText(written);
        const isAsWritten = arrives.status === 'ok' && arrives.value === written;
        expect(escapesIn(written).length > 0).toBe(!isAsWritten);
        expect(escapesIn(written)[0]?.becomes === undefined && !isAsWritten).toBe(arrives.status === 'refused');
      }),
    );
  });

  it.each([
    [String.raw`say \"hi\"`, 4, '\\"', undefined],
    [String.raw`a\nb \"`, 5, '\\"', undefined],
    [String.raw`a\nb`, 1, '\\n', 'a line break'],
    [String.raw`a\\`, 1, '\\\\', 'one backslash'],
    ['a\\', 1, '\\', undefined],
  ])('%s: the worst escape first', (written, from, escape, becomes) => {
    expect(escapesIn(written)[0]).toEqual({ from, text: escape, ...(becomes !== undefined && { becomes }) });
  });
});

it('two backslashes before a quote arrive as they are written', () => {
  expect(escapesIn(String.raw`\\"`)).toEqual([]);
});

describe('a text as FEEL', () => {
  it('has the value that is written', () => {
    fc.assert(
      fc.property(text, (written) => {
        fc.pre(!/^\s*[{[]/.test(written));
        expect(valueOf(asFeel(written))).toBe(written);
      }),
    );
  });

  it('is the JSON that is written, as a context where FEEL can say it', () => {
    const json = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text), fc.constant(null)), { minKeys: 1 });
    fc.assert(
      fc.property(json, fc.nat({ max: 2 }), (value, indent) => {
        const arrives = valueOf(asFeel(JSON.stringify(value, null, indent)));
        expect(typeof arrives === 'string' ? JSON.parse(arrives) : arrives).toEqual(value);
      }),
    );
  });

  it.each([
    [String.raw`{"q":"say \"hi\""}`, String.raw`={"q":"say \"hi\""}`],
    [String.raw`{"city":"K\u00f6ln\n"}`, String.raw`={"city":"Köln\n"}`],
    [String.raw`{"a":1e3,"b":"\n"}`, String.raw`="{\"a\":1e3,\"b\":\"\\n\"}"`],
    [String.raw`{"a":"\u0001"}`, String.raw`="{\"a\":\"\\u0001\"}"`],
  ])('%s', (written, feel) => {
    expect(asFeel(written)).toBe(feel);
  });
});
