import { camundaBuiltins } from '@camunda/feel-builtins';
import { describe, expect, it } from 'vitest';
import { ELSEWHERE, FUNCTIONS } from './functions.ts';
import { generateExpressions } from './generate.ts';

describe('generated expressions', () => {
  const expressions = generateExpressions(3_000, 1).map(({ text }) => text);

  it('are the same for the same seed, others for another, and each once', () => {
    expect(generateExpressions(50, 7)).toEqual(generateExpressions(50, 7));
    expect(generateExpressions(50, 8)).not.toEqual(generateExpressions(50, 7));
    expect(new Set(expressions).size).toBe(3_000);
  });

  it.each(Object.keys(FUNCTIONS))('call %s', (name) => {
    expect(expressions.some((text) => text.includes(`${name}(`))).toBe(true);
  });

  it('leave out no function of the engine without saying why', () => {
    const names = [...new Set(camundaBuiltins.map(({ name }) => name))];
    const known = [...Object.keys(FUNCTIONS), ...Object.keys(ELSEWHERE)];
    expect(known.toSorted()).toEqual(names.toSorted());
  });
});
