import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';
import { describe, expect, it } from 'vitest';
import { BUILTINS, EXPRESSIONS } from './cases/index.ts';

const names = [...new Set([...camundaBuiltins, ...camundaReservedNameBuiltins].map(({ name }) => name))];

describe('the expressions that are compared with the engine', () => {
  it.each(names)('show the function %s by three examples or more', (name) => {
    const examples = BUILTINS[name] ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) expect(example.replaceAll(' ', '')).toContain(`${name.replaceAll(' ', '')}(`);
  });

  it('show no function that the engine does not have', () => {
    expect(Object.keys(BUILTINS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('stand there once', () => {
    const all = EXPRESSIONS;
    expect(all.filter((expression, index) => all.indexOf(expression) !== index)).toEqual([]);
  });
});
