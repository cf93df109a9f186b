import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { ownEntries } from './input-scope.ts';
import { evaluateInputs } from './inputs.ts';

function paths(targets: readonly string[], index: number): object {
  return Object.fromEntries([...ownEntries(targets, index)].map(([name, { path }]) => [name, path]));
}

describe('what an input mapping sees before the process variables', () => {
  const targets = ['configuration.region', 'input.source', 'configuration.endpoint', 'input.detail', 'late'];

  it('are the entries before its own: those of its own level by their short name', () => {
    expect(paths(targets, 3)).toEqual({ configuration: 'configuration', source: 'input.source' });
    expect(paths(targets, 0)).toEqual({});
  });

  it('are not those of an entry that begins later, nor the entry that it stands in', () => {
    expect(paths(targets, 2)).toEqual({ region: 'configuration.region' });
  });

  it('are all entries for what runs after the mappings', () => {
    expect(paths(targets, targets.length)).toEqual({ configuration: 'configuration', input: 'input', late: 'late' });
  });

  it('are those that the evaluation takes', () => {
    const names = ['a', 'b', 'c'];
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((keys) => keys.join('.'));
    const mappings = fc
      .array(path, { minLength: 1, maxLength: 8 })
      // A mapping that another one replaces, or a part of one, is no entry of its own.
      .map((all) =>
        all.filter(
          (target, at) =>
            !all.some(
              (other, index) =>
                index !== at &&
                (other === target
                  ? index > at
                  : `${target}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${target}.`)),
            ),
        ),
      )
      .filter((all) => all.length > 0);
    const world = Object.fromEntries(names.map((name) => [name, 'of the process']));
    fc.assert(
      fc.property(mappings, fc.nat(), (all, seed) => {
        const index = seed % all.length;
        const inputs = all.map((target, at) => ({ target, source: at === index ? `=[${names.join(', ')}]` : 'own' }));
        const { value } = evaluateInputs(inputs, world, stillWorld).fields[index] ?? {};
        const seen = names.filter((_, at) => Array.isArray(value) && value[at] !== 'of the process');
        expect(seen).toEqual([...ownEntries(all, index).keys()].toSorted());
      }),
    );
  });
});
