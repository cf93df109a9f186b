import { describe, expect, it } from 'vitest';
import { checkResources } from './resources.ts';

describe('resources', () => {
  it('accepts any number of texts of up to 2048 characters', () => {
    expect(checkResources([])).toEqual([]);
    expect(checkResources(Array.from({ length: 50 }, () => 'x'.repeat(2048)))).toEqual([]);
  });

  it('names each resource that is too long or empty by its place', () => {
    const issues = checkResources(['a', 'x'.repeat(2049), '']);
    expect(issues.map(({ rule }) => rule)).toEqual(['resource-too-long', 'resource-empty']);
    expect(issues[0]?.message).toBe('Resource 2 is too long: found 2049 characters. Write at most 2048.');
  });
});
