import fc from 'fast-check';
import type { JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { addSamples, firstText, parseVariables } from './variables-text.ts';

const variables = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => value as JsonObject);

describe('the text of sample variables', () => {
  it('says what it was made of, whatever that is', () => {
    fc.assert(
      fc.property(variables, (samples) => {
        expect(parseVariables(firstText(samples).text)).toEqual({
          ok: true,
          variables: JSON.parse(JSON.stringify(samples)) as JsonObject,
        });
      }),
    );
  });

  it('gets a variable that the task reads since, behind what the user wrote', () => {
    const edited = { ...firstText({ order: 'order' }), text: '{ "order": { "id": 7 } }' };
    const { text } = addSamples(edited, { total: 1, order: 'order' });
    expect(text).toBe('{\n  "order": {\n    "id": 7\n  },\n  "total": 1\n}');
  });

  it('keeps what the user wrote over a sample of the same name', () => {
    const edited = { ...firstText({}), text: '{ "total": 99 }' };
    expect(parseVariables(addSamples(edited, { total: 1 }).text)).toEqual({ ok: true, variables: { total: 99 } });
  });

  it('does not get back what the user took away', () => {
    const edited = { ...firstText({ order: 'order' }), text: '{}' };
    expect(addSamples(edited, { order: 'order' })).toBe(edited);
  });

  it('is left alone while it is no JSON', () => {
    const edited = { ...firstText({}), text: '{ "half' };
    expect(addSamples(edited, { order: 'order' })).toBe(edited);
  });
});

describe('what the user wrote', () => {
  it('means no variables when it is empty', () => {
    expect(parseVariables(' \n')).toEqual({ ok: true, variables: {} });
  });

  it.each([
    ['[1]', 'no-object', '[…]'],
    ['null', 'no-object', 'null'],
    ['"x"', 'no-object', '"x"'],
  ])('must be an object: %s', (text, problem, detail) => {
    expect(parseVariables(text)).toEqual({ ok: false, problem, detail });
  });

  it('must be JSON', () => {
    expect(parseVariables('{ "a": }')).toMatchObject({ ok: false, problem: 'syntax' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseVariables(text);
      }),
    );
  });
});
