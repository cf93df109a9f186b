import { Big, BigDecimal, MC, RoundingMode } from 'bigdecimal.js';
import { EngineFailure, Unknown } from '../signals.ts';
import { pow } from './exact-math.ts';

/** A decimal with its scale: `1.50` is not written as `1.5`, though they are equal. */
export type FeelNumber = BigDecimal;

/** Digits of a result, as IEEE 754's decimal128 and Scala's BigDecimal have them. */
const DIGITS = 34;

/** Digits before or behind the point beyond which no number is told: nobody counts so far. */
const MAX_SCALE = 5000;

const CONTEXT = MC(DIGITS, RoundingMode.HALF_EVEN);

export const ZERO = Big(0);
export const ONE = Big(1);

export function isNumber(value: unknown): value is FeelNumber {
  return value instanceof BigDecimal;
}

/** A literal with more digits than usual keeps them, and so does what is calculated with it on the left. */
function contextOf(left: FeelNumber) {
  const digits = left.precision();
  return digits > DIGITS ? MC(digits, RoundingMode.HALF_EVEN) : CONTEXT;
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber {
  return a.add(b, contextOf(a));
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber {
  return a.subtract(b, contextOf(a));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber {
  return checked(a.multiply(b, contextOf(a)));
}

export function divide(a: FeelNumber, b: FeelNumber): FeelNumber {
  return checked(a.divideWithMathContext(b, contextOf(a)));
}

export function remainder(a: FeelNumber, b: FeelNumber): FeelNumber {
  if (b.signum() === 0) throw new EngineFailure('A number is divided by 0.');
  try {
    return a.remainder(b, contextOf(a));
  } catch (error) {
    // The whole part of the quotient has more digits than are kept.
    if (error instanceof RangeError) throw new EngineFailure('A number is too large to be divided with a remainder.');
    throw error;
  }
}

export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber {
  if (!isWhole(exponent)) return fromDouble(pow(base.numberValue(), exponent.numberValue()));
  const count = toInt(exponent);
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/math/BigDecimal.html#pow(int,java.math.MathContext)
  if (Math.abs(count) > 999_999_999) throw new EngineFailure(`A power of ${count} cannot be calculated.`);
  if (base.signum() === 0 && count < 0) throw new EngineFailure('0 has no negative power.');
  const magnitude = Math.abs((base.precision() - base.scale()) * count);
  if (magnitude > 4 * MAX_SCALE) throw new Unknown('A number with so many digits is not known here.');
  return checked(base.pow(count, contextOf(base)));
}

/** A number that is small enough to be written out. */
export function checked(value: FeelNumber): FeelNumber {
  if (Math.abs(value.scale()) > MAX_SCALE) throw new Unknown('A number with so many digits is not known here.');
  return value;
}

export function isWhole(value: FeelNumber): boolean {
  return value.scale() <= 0 || value.signum() === 0 || value.stripTrailingZeros().scale() <= 0;
}

/** The whole part in 32 bits, what is above cut off, as Java's `intValue`. */
export function toInt(value: FeelNumber): number {
  return Number(BigInt.asIntN(32, toBigInt(value)));
}

/** The whole part in 64 bits, as Java's `longValue`. */
export function toLong(value: FeelNumber): bigint {
  return BigInt.asIntN(64, toBigInt(value));
}

export function toBigInt(value: FeelNumber): bigint {
  return checked(value).toBigInt();
}

export function fromInt(value: number | bigint): FeelNumber {
  return Big(value);
}

/** A double as Java writes it, with at least one digit behind the point: `2.0`, `1.0E10`. */
export function fromDouble(value: number): FeelNumber {
  if (!Number.isFinite(value)) throw new EngineFailure('A calculation gives no finite number.');
  const size = Math.abs(value);
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = String(value);
    return Big(text.includes('.') ? text : `${text}.0`);
  }
  const text = value.toExponential();
  return Big(text.includes('.') ? text : text.replace('e', '.0e'));
}

/** A number in JSON: integers of 64 bits are whole, all others doubles. */
export function fromJsonNumber(value: number): FeelNumber {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? Big(BigInt(value)) : fromDouble(value);
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/math/BigDecimal.html#%3Cinit%3E(java.lang.String)
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number in a text; undefined where there is none. */
export function parseNumber(text: string): FeelNumber | undefined {
  if (!NUMBER.test(text)) return undefined;
  const exponent = Number(/[eE](.+)$/.exec(text)?.[1] ?? 0);
  if (Math.abs(exponent) > MAX_SCALE) throw new Unknown('A number with so many digits is not known here.');
  return checked(Big(text));
}

const MODES: Readonly<Record<string, RoundingMode>> = {
  UP: RoundingMode.UP,
  DOWN: RoundingMode.DOWN,
  CEILING: RoundingMode.CEILING,
  FLOOR: RoundingMode.FLOOR,
  HALF_UP: RoundingMode.HALF_UP,
  HALF_DOWN: RoundingMode.HALF_DOWN,
  HALF_EVEN: RoundingMode.HALF_EVEN,
  UNNECESSARY: RoundingMode.UNNECESSARY,
};

/** Names of the ways to round. */
export function roundingMode(name: string): RoundingMode | undefined {
  const mode = name.toUpperCase();
  return Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
}

/** Rounds to digits behind the point; undefined where rounding would be necessary and is not allowed. */
export function round(value: FeelNumber, scale: FeelNumber, mode: RoundingMode): FeelNumber | undefined {
  const digits = toInt(scale);
  if (Math.abs(digits) > MAX_SCALE) throw new Unknown('A number with so many digits is not known here.');
  if (mode === RoundingMode.UNNECESSARY && value.setScale(digits, RoundingMode.DOWN).compareTo(value) !== 0) {
    return undefined;
  }
  return value.setScale(digits, mode);
}

export { RoundingMode };
