import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJobSlots } from './job-slots.ts';

function never(): boolean {
  return false;
}

/** How many slots one job after the other finds until it would have to wait. */
async function fill(maxSize: number, isBusy: () => boolean): Promise<number> {
  const slots = createJobSlots(maxSize, isBusy);
  for (let taken = 0; ; taken += 1) {
    const free = slots.whenFree(1).then(() => true);
    const isFree = await Promise.race([free, new Promise((resolve) => setImmediate(() => resolve(false)))]);
    if (isFree === false) return taken;
    slots.take(1);
  }
}

describe('slots for jobs', () => {
  it('are as many as the operator allows, where the process has time for them', async () => {
    expect(await fill(400, never)).toBe(400);
  });

  it('stay at the first hundred while the process is busy', async () => {
    expect(await fill(400, () => true)).toBe(100);
  });

  it('are never more than the operator allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.boolean(), async (maxSize, isBusy) => {
        expect(await fill(maxSize, () => isBusy)).toBe(isBusy ? Math.min(100, maxSize) : maxSize);
      }),
      { numRuns: 10 },
    );
  });

  it('wake who waits for as many as there are then', async () => {
    const slots = createJobSlots(2, never);
    slots.take(2);
    const woken: string[] = [];
    const both = slots.whenFree(2).then(() => woken.push('both'));
    const one = slots.whenFree(1).then(() => woken.push('one'));
    slots.release(1);
    await one;
    expect(woken).toEqual(['one']);
    slots.release(1);
    await both;
    expect(woken).toEqual(['one', 'both']);
  });
});
