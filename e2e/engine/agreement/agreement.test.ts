import { beforeAll, describe, expect, it } from 'vitest';
import { byService, inPreview, type Told } from './agreement.ts';
import { AGREEMENT_CASES } from './cases.ts';

/** More unknown would be a preview that knows too little. */
const MAX_UNKNOWN = 8;

describe('the preview in the browser and the test-send service', () => {
  let told: readonly Told[] = [];

  beforeAll(async () => {
    told = await byService(AGREEMENT_CASES);
  });

  it('are asked the same, at least 80 times, and seldom a thing that only the engine knows', () => {
    expect(AGREEMENT_CASES.length).toBeGreaterThanOrEqual(80);
    expect(AGREEMENT_CASES.filter(({ unknown }) => unknown !== undefined).length).toBeLessThanOrEqual(MAX_UNKNOWN);
  });

  it.each(AGREEMENT_CASES.map((one, index) => [one.name, one, index] as const))('%s', async (_, one, index) => {
    const { isUnknown, ...preview } = await inPreview(one);
    expect(isUnknown).toBe(one.unknown !== undefined);
    expect(JSON.stringify(preview)).toBe(JSON.stringify(told[index]));
    if (one.unknown === undefined && one.noJob === undefined) expect(preview.outcome).toBeDefined();
  });
});
