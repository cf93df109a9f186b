import fc from 'fast-check';
import { form, type Expressions } from '../expression.ts';

export function operator(sign: string, left: Expressions, right: Expressions): Expressions {
  return form(sign, [left, right], (a, b) => `${a} ${sign} ${b}`);
}

export function grouped(inner: Expressions): Expressions {
  return form('( )', [inner], (text) => `(${text})`);
}

/** An operand: in parentheses where it is not a simple value. */
export function operand(inner: Expressions): Expressions {
  return inner.map((made) =>
    /^[\w.]+$|^"[^"]*"$/.test(made.text) ? made : { label: '( )', text: `(${made.text})`, parts: [made] },
  );
}

export function operators(signs: readonly string[], left: Expressions, right: Expressions): Expressions {
  return fc.oneof(...signs.map((sign) => operator(sign, left, right)));
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='];
