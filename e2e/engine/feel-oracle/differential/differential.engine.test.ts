import { describe, expect, it } from 'vitest';
import { LIBRARY_NAME } from '../recording.ts';
import { compareExpressions, runDifferential } from './differential.ts';

/** The same expressions each time; `npm run feel:differential` takes any number of others. */
const COUNT = 3_000;
const SEED = 11;

/** Where longer runs have found another answer of ours. */
const FOUND = [
  'modulo(123456789.987654321 ** 10, three)',
  'odd(2823.7 ** 10)',
  'date and time(date("99999-01-01"), time("10:30"))',
  'min(concatenate([[[1]], []]))',
  'max(append([], [date("2026-01-02"), date("2026-01-01")]))',
  'coincides(-0.09, [5..1])',
  'coincides([1..5], 1)',
  'coincides(date("2026-01-01"), [date("2026-01-01")..date("2026-12-31")])',
];

describe(LIBRARY_NAME, () => {
  it('gives what ours gives for generated expressions, but for what ours says is unknown and what has a reason', async () => {
    const { lines, holds } = await runDifferential(COUNT, SEED);
    expect(holds, lines.join('\n')).toBe(true);
  });

  it('gives what ours gives where it once did not', async () => {
    const { lines, holds } = await compareExpressions(FOUND.map((text) => ({ label: 'found', text, parts: [] })));
    expect(holds, lines.join('\n')).toBe(true);
  });
});
