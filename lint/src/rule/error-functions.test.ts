import { createMask, finishJob } from '@eventbridge-kit/connector';
import type { FeelWorld } from 'camunda-feel';
import { describe, expect, it } from 'vitest';
import { BACKOFF, ERROR_FUNCTIONS } from './error-functions.ts';

const world: FeelWorld = { now: () => ({ epochMs: 0 }), random: () => 0, uuid: () => '' };

/** How a job ends whose error expression is this. */
function outcomeOf(errorExpression: string): string {
  const { outcome } = finishJob({
    headers: { errorExpression },
    retries: 3,
    result: { kind: 'response', response: {} },
    world,
    mask: createMask([]),
  });
  return JSON.stringify(outcome);
}

describe('the functions of an error expression', () => {
  const usual = outcomeOf('=null');

  it.each(ERROR_FUNCTIONS)("$name is one of the connector's", ({ name, minArgs, maxArgs, variables }) => {
    for (let count = Math.max(minArgs, 1); count <= maxArgs; count++) {
      const args = Array.from({ length: count }, (_, index) =>
        index === variables ? '{v: 1}' : index === 2 ? '2' : '"PT1S"',
      );
      expect(outcomeOf(`=${name}(${args.join(', ')})`)).not.toBe(usual);
    }
  });

  it('take a wait of as many arguments as are known', () => {
    const args = ['1', 'duration("PT1S")', '2', 'duration("PT1M")', '0'];
    const counts = [0, 1, 2, 3, 4, 5, 6].filter((count) => {
      const call = `${BACKOFF.name}(${[...args, '0'].slice(0, count).join(', ')})`;
      return outcomeOf(`=jobError("m", {}, 2, ${call})`).includes('"retries":2');
    });
    const { minArgs, maxArgs, exceptArgs } = BACKOFF;
    const known = [0, 1, 2, 3, 4, 5, 6].filter((n) => n >= minArgs && n <= maxArgs && n !== exceptArgs);
    expect(counts).toEqual(known);
  });
});
