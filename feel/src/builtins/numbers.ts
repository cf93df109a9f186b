import { exp, log } from '../values/exact-math.ts';
import {
  RoundingMode,
  add,
  remainder,
  fromDouble,
  fromInt,
  roundingMode,
  round,
  type FeelNumber,
  ONE,
  ZERO,
} from '../values/number.ts';
import { FeelDuration, FeelMonths } from '../values/temporal.ts';
import type { Outcome } from '../values/value.ts';
import { any, error, number, on, text, type Builtin, type Builtins, type Overload } from './define.ts';

const TWO = fromInt(2);

function rounded(value: FeelNumber, scale: FeelNumber, mode: RoundingMode): Outcome {
  return round(value, scale, mode) ?? error('Failed to apply the rounding mode: rounding is necessary.');
}

function rounding(mode: RoundingMode, scale: string): Overload {
  return on(['n', scale], [number, number], ([value, digits]) => rounded(value, digits, mode));
}

function whole(mode: RoundingMode): Overload {
  return on(['n'], [number], ([value]) => rounded(value, ZERO, mode));
}

/** A calculation in doubles; what is no finite number is null. */
function inDoubles(body: (value: number) => number): Builtin {
  return {
    overloads: [on(['number'], [number], ([value]) => fromDouble(body(value.numberValue())))],
    result: 'number',
  };
}

function absolute(parameter: string): Overload {
  return on([parameter], [any], ([value]) => {
    if (number(value)) return value.abs();
    if (value instanceof FeelMonths) return new FeelMonths(Math.abs(value.months));
    if (value instanceof FeelDuration) return value.nanos < 0n ? new FeelDuration(-value.nanos) : value;
    return undefined;
  });
}

/** Functions on numbers. */
export const NUMBERS: Builtins = {
  decimal: {
    overloads: [
      rounding(RoundingMode.HALF_EVEN, 'scale'),
      on(['n', 'scale', 'mode'], [number, number, text], ([value, scale, name]) => {
        const mode = roundingMode(name);
        return mode === undefined ? error('Illegal argument for rounding mode.') : rounded(value, scale, mode);
      }),
    ],
    result: 'number',
  },
  floor: { overloads: [whole(RoundingMode.FLOOR), rounding(RoundingMode.FLOOR, 'scala')], result: 'number' },
  ceiling: { overloads: [whole(RoundingMode.CEILING), rounding(RoundingMode.CEILING, 'scale')], result: 'number' },
  'round up': { overloads: [rounding(RoundingMode.UP, 'scale')], result: 'number' },
  'round down': { overloads: [rounding(RoundingMode.DOWN, 'scale')], result: 'number' },
  'round half up': { overloads: [rounding(RoundingMode.HALF_UP, 'scale')], result: 'number' },
  'round half down': { overloads: [rounding(RoundingMode.HALF_DOWN, 'scala')], result: 'number' },
  abs: { overloads: [absolute('number'), absolute('n')] },
  modulo: {
    overloads: [
      on(['dividend', 'divisor'], [number, number], ([dividend, divisor]) =>
        remainder(add(remainder(dividend, divisor), divisor), divisor),
      ),
    ],
    result: 'number',
  },
  sqrt: {
    overloads: [
      on(['number'], [number], ([value]) => (value.signum() < 0 ? null : fromDouble(Math.sqrt(value.numberValue())))),
    ],
    result: 'number',
  },
  log: inDoubles(log),
  exp: inDoubles(exp),
  odd: {
    overloads: [on(['number'], [number], ([value]) => remainder(value.abs(), TWO).sameValue(ONE))],
    result: 'boolean',
  },
  even: {
    overloads: [on(['number'], [number], ([value]) => remainder(value, TWO).signum() === 0)],
    result: 'boolean',
  },
  'random number': {
    overloads: [on([], [], (_none, { world }) => fromDouble(world.random()))],
    result: 'number',
    since: '8.2',
  },
};
