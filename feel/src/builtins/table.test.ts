import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';
import { describe, expect, it } from 'vitest';
import { BUILTIN_DATA } from './info.generated.ts';
import { BUILTINS, builtinOf } from './info.ts';
import { describeBuiltins } from './table.ts';

interface Documented {
  readonly name: string;
  readonly params?: readonly { readonly name: string }[];
  readonly engines?: Readonly<Record<string, string>>;
}

const documented = [...camundaBuiltins, ...camundaReservedNameBuiltins] as readonly Documented[];

const names = [...new Set(documented.map(({ name }) => name))];

describe('the table of functions', () => {
  it('is what the functions tell of themselves', () => {
    expect(BUILTIN_DATA, 'run npm run generate').toEqual(describeBuiltins());
  });

  it("has those of Camunda's own list, and its old ones", () => {
    const current = BUILTINS.filter(({ isDeprecated }) => !isDeprecated).map(({ name }) => name);
    expect(current.toSorted()).toEqual(names.toSorted());
    expect(BUILTINS.filter(({ isDeprecated }) => isDeprecated).map(({ name }) => name)).toEqual([
      'and',
      'or',
      'put',
      'put all',
    ]);
  });

  it.each(names)('takes for %s as many arguments as are documented, since the version that is documented', (name) => {
    const builtin = builtinOf(name);
    const overloads = documented.filter((one) => one.name === name);
    const since = overloads[0]?.engines?.['camunda']?.replace(/^>=/, '');
    expect(builtin?.since).toBe(since);
    for (const { params = [] } of overloads) {
      const { minArgs = 0, maxArgs = Infinity } = builtin ?? {};
      expect(minArgs <= params.length && params.length <= maxArgs).toBe(true);
    }
  });

  it('links each to its documentation', () => {
    for (const { link } of BUILTINS) expect(link).toMatch(/^https:\/\/docs\.camunda\.io\/.*-functions-[a-z]+\/$/);
  });
});
