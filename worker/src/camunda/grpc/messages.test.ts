import fc from 'fast-check';
import { expect, it } from 'vitest';
import { int64Text } from './messages.ts';

it('64-bit keys are written exactly, those beyond 2^53 and below 0 too', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      const [high, low] = [Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value))];
      expect(int64Text({ high, low })).toBe(String(value));
    }),
  );
  expect(int64Text({ high: 0x20_0000 - 1, low: -1 })).toBe(String(Number.MAX_SAFE_INTEGER));
});
