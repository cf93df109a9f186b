import { describe, expect, it } from 'vitest';
import { suggestDuration } from './durations.ts';

describe('suggestDuration', () => {
  it.each([
    ['30s', 'PT30S'],
    ['30 sec', 'PT30S'],
    ['30', 'PT30S'],
    ['PT30', 'PT30S'],
    ['P30S', 'PT30S'],
    ['5 min', 'PT5M'],
    ['1h', 'PT1H'],
    ['2 days', 'P2D'],
    ['P1W', 'P7D'],
    ['500ms', 'PT0.5S'],
    ['-PT30S', 'PT30S'],
    ['0s', undefined],
    ['P1Y', undefined],
    ['soon', undefined],
    ['PT30S', undefined],
  ])('%s -> %s', (text, duration) => {
    expect(suggestDuration(text)).toBe(duration);
  });
});
