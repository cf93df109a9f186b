/**
 * Digits that a number in a pattern's operator may have; AWS's matcher compares by doubles, which hold any 15.
 */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#filtering-numeric-matching
export const MAX_OPERAND_DIGITS = 15;

interface Decimal {
  readonly negative: boolean;
  /** Without zeros at either end; empty for zero. */
  readonly digits: string;
  /** Power of ten of the last digit. */
  readonly exponent: number;
}

/** The number that a JSON text means, where a double holds it to the last digit; undefined for all others. */
export function comparableNumber(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  const [wanted, held] = [decimalOf(text), decimalOf(String(value))];
  if (wanted.digits === '' && held.digits === '') return 0;
  const same = wanted.negative === held.negative && wanted.digits === held.digits && wanted.exponent === held.exponent;
  return same ? value : undefined;
}

/** Significant digits of a JSON number. */
export function digitsOf(text: string): number {
  return decimalOf(text).digits.length;
}

function decimalOf(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([-+]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$/.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = trimEnd(all);
  return {
    negative: sign === '-',
    digits,
    exponent: Number(power) - fraction.length + (all.length - digits.length),
  };
}

/** Without the zeros at its end; a loop, as a pattern for it may take the square of the length. */
function trimEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
