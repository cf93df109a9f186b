import { describe, expect, it } from 'vitest';
import { LIBRARY_NAME } from '../recording.ts';
import { runDifferential } from './differential.ts';

/** The same expressions each time; `npm run feel:differential` takes any number of others. */
const COUNT = 3_000;
const SEED = 11;

describe(LIBRARY_NAME, () => {
  it('gives what ours gives for generated expressions, but for what ours says is unknown and what has a reason', async () => {
    const { lines, holds } = await runDifferential(COUNT, SEED);
    expect(holds, lines.join('\n')).toBe(true);
  });
});
