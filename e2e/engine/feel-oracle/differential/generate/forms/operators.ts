import fc from 'fast-check';
import { form, type Expressions } from '../expression.ts';

export const operator = (sign: string, left: Expressions, right: Expressions): Expressions =>
  form(sign, [left, right], (a, b) => `${a} ${sign} ${b}`);

export const grouped = (inner: Expressions): Expressions => form('( )', [inner], (text) => `(${text})`);

/** An operand: in parentheses where it is not a simple value. */
export const operand = (inner: Expressions): Expressions =>
  inner.map((made) =>
    /^[\w.]+$|^"[^"]*"$/.test(made.text) ? made : { label: '( )', text: `(${made.text})`, parts: [made] },
  );

export const operators = (signs: readonly string[], left: Expressions, right: Expressions): Expressions =>
  fc.oneof(...signs.map((sign) => operator(sign, left, right)));

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='];
