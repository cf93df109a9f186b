import { evaluateFeel } from '@eventbridge-kit/connector';
import { isJsonObject, type JsonObject } from '@eventbridge-kit/issue';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFeel, asJson, staticValue } from './convert.ts';

describe('a payload', () => {
  it('written as FEEL gives the value that it had, laid out as it was', () => {
    expect(asFeel('{\n  "id": 7,\n  "tags": ["a", null, true],\n  "big": 1.5e3\n}')).toEqual({
      ok: true,
      source: '={\n  "id": 7,\n  "tags": ["a", null, true],\n  "big": 1500\n}',
    });
  });

  it('that is any object comes back from FEEL as the JSON that it was, or stays', () => {
    const payload = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(payload, (value) => {
        const source = JSON.stringify(value).replaceAll('\\', '\\\\');
        const feel = asFeel(source);
        if (!feel.ok) return;
        const result = evaluateFeel(feel.source, {}, stillWorld);
        expect(result).toMatchObject({ status: 'ok', value: JSON.parse(JSON.stringify(value)) as JsonObject });
        const back = asJson(feel.source);
        if (back.ok) expect(JSON.parse(staticValue(back.source) ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    ['={id: order.id, total: total}', 'The payload reads {names}', { names: 'order, total' }],
    ['={at: now()}', 'another value each time', undefined],
    ['={id: uuid()}', 'another value each time', undefined],
    ['=[1, 2]', 'gives no object', undefined],
    ['={id: ', 'no FEEL expression yet', undefined],
  ])('%s is not written as JSON, and it says why', (source, message, parts) => {
    const converted = asJson(source);
    expect(converted).toMatchObject({ ok: false, message: expect.stringContaining(message) as string });
    if (parts) expect(converted).toMatchObject({ parts });
  });

  it.each(['{ "half": ', '[1]', 'text'])('%s is not written as FEEL', (source) => {
    expect(asFeel(source)).toMatchObject({ ok: false });
  });

  it('with quotes and line breaks in its texts reaches the job as it was', () => {
    const converted = asJson(String.raw`={say: "\"hi\"\nthere"}`);
    expect(converted.ok && isJsonObject(JSON.parse(staticValue(converted.source) ?? ''))).toBe(true);
    expect(converted.ok && JSON.parse(staticValue(converted.source) ?? '')).toEqual({ say: '"hi"\nthere' });
  });
});
