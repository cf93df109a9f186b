import { createMask, finishJob, type FeelWorld } from '@eventbridge-kit/connector';
import { describe, expect, it } from 'vitest';
import { ERROR_FUNCTIONS } from './error-functions.ts';

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
});
