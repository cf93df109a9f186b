import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  const names = ['upper case', 'lower case', 'substring', 'now'];

  it.each([
    ['uper case', 'upper case'],
    ['UPPER CASE', 'upper case'],
    ['sbustring', 'substring'],
    ['uppercase', 'upper case'],
    ['nwo', 'now'],
    ['no', undefined],
    ['random', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%s -> %s', (text, name) => {
    expect(nearest(text, names)).toBe(name);
  });
});
