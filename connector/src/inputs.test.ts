import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { evaluateInputs } from './inputs.ts';
import type { JsonObject } from '@eventbridge-kit/issue';

function run(mappings: readonly (readonly [target: string, source: string])[], variables: JsonObject = {}) {
  return evaluateInputs(
    mappings.map(([target, source]) => ({ target, source })),
    variables,
    stillWorld,
  );
}

describe('input mappings', () => {
  it('store static text as a string, FEEL as its value, and an empty text as null, as engine 8.8 does', () => {
    expect(
      run([
        ['a', '5'],
        ['b', '=5'],
        ['c', '=null'],
        ['d', ''],
      ]).local,
    ).toEqual({ a: '5', b: 5, c: null, d: null });
  });

  it('read the escapes of FEEL in static text, as the engine does', () => {
    expect(run([['a', String.raw`one\ntwo \d \\`]]).local).toEqual({ a: 'one\ntwo \\d \\' });
  });

  it('refuse a comment that would hide the mappings behind it, as the engine does, and no other', () => {
    const [last, ...others] = run([
      ['hidden', '=1 // one'],
      ['b', '=1 // one\n'],
      ['c', '=1 /* one */'],
      ['d', '="https://example.com"'],
      ['e', 'https://example.com'],
    ]).fields;
    expect(last).toMatchObject({ status: 'failed' });
    expect(last?.message).toContain('/* comment */');
    expect(others.map(({ value }) => value)).toEqual([1, 1, 'https://example.com', 'https://example.com']);
  });

  it('build objects from dotted targets', () => {
    const { local } = run([
      ['input.source', 'orders'],
      ['configuration.region', 'eu-central-1'],
      ['input.detail', '={id: 1}'],
    ]);
    expect(local).toEqual({
      input: { source: 'orders', detail: { id: 1 } },
      configuration: { region: 'eu-central-1' },
    });
    expect(Object.keys(local)).toEqual(['input', 'configuration']);
  });

  it('see process variables and earlier targets, which hide a process variable of the same name', () => {
    const { local } = run(
      [
        ['a', '=x + 1'],
        ['x', '=10'],
        ['b', '=x + a'],
      ],
      { x: 1 },
    );
    expect(local).toEqual({ a: 2, x: 10, b: 12 });
  });

  it('see targets of their own level by the short name, and not the object that they stand in', () => {
    const { local } = run([
      ['input.a', 'x'],
      ['input.b', '=a + "y"'],
      ['input.c', '=input.a'],
    ]);
    expect(local).toEqual({ input: { a: 'x', b: 'xy', c: null } });
  });

  it('evaluate an object where its first target stands', () => {
    expect(
      run(
        [
          ['a.b', '=1'],
          ['z', '=2'],
          ['a.c', '=z'],
        ],
        { z: 9 },
      ).local,
    ).toEqual({ a: { b: 1, c: 9 }, z: 2 });
  });

  it('let the last mapping of a target win', () => {
    const { local, fields } = run([
      ['a', '=1'],
      ['a', '=2'],
      ['b', '=1'],
      ['b.c', '=3'],
    ]);
    expect(local).toEqual({ a: 2, b: { c: 3 } });
    expect(fields[0]).toMatchObject({
      target: 'a',
      status: 'ok',
      message: expect.stringContaining('later mapping') as string,
    });
  });

  it('give one result each, in order, with the place of a mistake', () => {
    const { fields, local } = run([
      ['a', '=1 +'],
      ['b', '=unknownThing(1)'],
      ['c', '=missing'],
      ['d', '=2'],
    ]);
    expect(fields.map(({ target, status }) => [target, status])).toEqual([
      ['a', 'failed'],
      ['b', 'unknown'],
      ['c', 'ok'],
      ['d', 'ok'],
    ]);
    expect(fields[0]?.message).toMatch(/at character \d/);
    const why = { kind: 'NO_VARIABLE_FOUND', name: 'missing', from: 1, to: 8 };
    expect(fields[2]).toMatchObject({ value: null, warnings: [why] });
    expect(local).toEqual({ c: null, d: 2 });
  });

  it('are not known when they use a target that is not known', () => {
    const { fields } = run([
      ['a', '=noSuchFunction(x)'],
      ['b', '=a + 1'],
      ['c', '=1'],
    ]);
    expect(fields.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'ok']);
  });

  it.each(['__proto__.polluted', 'constructor.prototype.polluted', '__proto__', 'toString.x'])(
    'with the target %s reach no prototype',
    (target) => {
      const { local } = run([[target, 'yes']]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.getPrototypeOf(local)).toBe(Object.prototype);
    },
  );

  it('give one result each for any mappings, and never throw', () => {
    const mapping = fc.tuple(
      fc.string(),
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `=${text}`),
      ),
    );
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 5 }), (mappings) => {
        const { fields } = run(mappings);
        expect(fields.map(({ target }) => target)).toEqual(mappings.map(([target]) => target));
      }),
    );
  });
});
