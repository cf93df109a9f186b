/** Bits behind the point: twice a double's, so that rounding at the end is right. */
const BITS = 128n;
const UNIT = 1n << BITS;

/**
 * The exponential, the natural logarithm and powers, rounded once. A platform's own differ in the last digit: V8's from
 * Java's for one value in twelve. What is no number stays none.
 */
export function exp(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) > 745) return Math.exp(x);
  return expFixed(toFixed(x));
}

export function log(x: number): number {
  if (!Number.isFinite(x) || x <= 0) return Math.log(x);
  return toDouble(logFixed(x), 0);
}

/** @param y no whole number, else the platform's power is as good */
export function pow(x: number, y: number): number {
  const plain = x ** y;
  if (!Number.isFinite(plain) || plain === 0 || x <= 0 || x === 1) return plain;
  return expFixed(times(logFixed(x), toFixed(y)));
}

/** Cut towards 0, so that a series below 0 ends. */
function times(a: bigint, b: bigint): bigint {
  return (a * b) / UNIT;
}

/** A double in fixed point; a double is a whole number of some power of 2. */
function toFixed(x: number): bigint {
  let [mantissa, exponent] = [x, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return exponent <= 128
    ? BigInt(mantissa) << (BITS - BigInt(exponent))
    : BigInt(mantissa) >> (BigInt(exponent) - BITS);
}

function toDouble(fixed: bigint, exponent: number): number {
  // In two steps, so that none of them leaves the range of doubles before the other.
  const half = Math.trunc(exponent / 2);
  return Number(fixed) * 2 ** (half - 128) * 2 ** (exponent - half);
}

/** 2 atanh(a / b). */
function twiceAtanh(a: bigint, b: bigint): bigint {
  const z = (a << BITS) / b;
  const square = times(z, z);
  let sum = 0n;
  for (let [term, divisor] = [z, 1n]; term !== 0n; term = times(term, square), divisor += 2n) sum += term / divisor;
  return 2n * sum;
}

const LN2 = twiceAtanh(1n, 3n);

function logFixed(x: number): bigint {
  let exponent = Math.floor(Math.log2(x));
  let mantissa = x / 2 ** exponent;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const fixed = toFixed(mantissa);
  return twiceAtanh(fixed - UNIT, fixed + UNIT) + BigInt(exponent) * LN2;
}

/** Halvings before the series, undone by as many squares. */
const HALVINGS = 8n;

function expFixed(x: bigint): number {
  const powers = x / LN2;
  const rest = (x - powers * LN2) / (1n << HALVINGS);
  let sum = UNIT;
  for (let [term, count] = [rest, 1n]; term !== 0n; count += 1n, term = times(term, rest) / count) {
    sum += term;
  }
  for (let at = 0n; at < HALVINGS; at += 1n) sum = times(sum, sum);
  return toDouble(sum, Number(powers));
}
