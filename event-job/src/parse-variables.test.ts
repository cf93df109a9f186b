import { toEntry } from '@eventbridge-kit/eventbridge';
import type { JsonObject } from '@eventbridge-kit/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVariables } from './parse-variables.ts';

describe("a job's variables", () => {
  it('are what the engine wrote', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (variables) => {
        const text = JSON.stringify(variables);
        expect(parseVariables(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keep a detail with a large integer as its text, wherever the integer stands', () => {
    const large = fc.bigInt({ min: 2n ** 53n + 1n, max: 2n ** 63n - 1n });
    const noise = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
    fc.assert(
      fc.property(large, noise, noise, noise, fc.boolean(), (id, before, beside, after, isNegative) => {
        const digits = `${isNegative ? '-' : ''}${id}`;
        const inner = JSON.stringify({ ...beside, list: ['}{', { id: 'HERE' }] }).replace('"HERE"', digits);
        const input = JSON.stringify({ ...before, detail: 'DETAIL', source: '"detail":1' }).replace(
          '"DETAIL"',
          () => inner,
        );
        const text = JSON.stringify({ ...after, input: 'INPUT' }).replace('"INPUT"', () => input);
        const variables = parseVariables(text) as { input: JsonObject };
        expect(variables.input['detail']).toBe(inner);
        expect(variables.input['source']).toBe('"detail":1');
      }),
    );
  });

  it('send the integer exactly', () => {
    const { input } = parseVariables('{"input": {"detail": { "id": 9007199254740993, "n": 1.0 }}}') as {
      input: JsonObject;
    };
    const entry = toEntry({
      eventBusName: 'orders',
      source: 'a',
      detailType: 'b',
      detail: input['detail'] as string,
    });
    expect(entry.Detail).toBe('{"id":9007199254740993,"n":1.0}');
  });

  it('are left alone where digits are text, or stand elsewhere', () => {
    for (const text of [
      '{"input":{"detail":{"id":"90071992547409931234"}}}',
      '{"input":{"detail":{"id":1}},"other":90071992547409931234}',
      '{"input":{"detail":"{\\"id\\":90071992547409931234}"}}',
      '{"input":90071992547409931234}',
      '{"input":{"detail":9007199254740992000}}',
    ]) {
      expect(parseVariables(text)).toEqual(JSON.parse(text));
    }
  });
});
