import type { Iterator, Node } from './node.ts';
import { start, type Reader, type Rules } from './reader.ts';
import { comparison, inputTest } from './tests.ts';
import { value } from './values.ts';

/** The grammar of feel-engine 1.19.3, rule by rule: keywords need no blanks around them, and choices have an order. */
export function expression(reader: Reader): Node | undefined {
  return reader.rule('expression', () => {
    const isWord = 'ifse'.includes(reader.text.charAt(reader.pos));
    const word = isWord ? (conditional(reader) ?? loop(reader) ?? quantified(reader)) : undefined;
    return word ?? chain(reader, 'or', conjunction);
  });
}

function conjunction(reader: Reader): Node | undefined {
  return chain(reader, 'and', (inner) => comparison(inner, RULES) ?? inputTest(inner, RULES));
}

function chain(reader: Reader, word: 'and' | 'or', operand: (reader: Reader) => Node | undefined): Node | undefined {
  let left = operand(reader);
  while (left !== undefined) {
    const first = left;
    const next = reader.attempt((): Node | undefined => {
      const right = reader.skip(word) && operand(reader);
      return right && { kind: word, from: first.from, to: right.to, left: first, right };
    });
    if (next === undefined) return left;
    left = next;
  }
  return undefined;
}

function conditional(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const condition = reader.skip('if') && expression(reader);
    const then = condition && reader.skip('then') && expression(reader);
    const otherwise = then && reader.skip('else') && expression(reader);
    return condition && then && otherwise && { kind: 'if', from, to: reader.pos, condition, then, otherwise };
  });
}

function loop(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const iterators = reader.skip('for') && reader.list(() => iterator(reader), 1);
    const body = iterators && reader.skip('return') && expression(reader);
    return iterators && body && { kind: 'for', from, to: reader.pos, iterators, body };
  });
}

function quantified(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const word = reader.token('some', 'every');
    const iterators = word && reader.list(() => iterator(reader), 1);
    const condition = iterators && reader.skip('satisfies') && expression(reader);
    if (!condition) return undefined;
    return { kind: word === 'some' ? 'some' : 'every', from, to: reader.pos, iterators, condition };
  });
}

function iterator(reader: Reader): Iterator | undefined {
  const name = reader.name();
  const source = name === undefined ? undefined : reader.skip('in') && (steps(reader) ?? value(reader, RULES));
  return name !== undefined && source ? { name, source } : undefined;
}

function steps(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const first = math(reader);
    const last = first && reader.skip('..') && math(reader);
    return first && last && { kind: 'steps', from: first.from, to: last.to, start: first, end: last };
  });
}

/** Sums, products, powers and signs. */
export function math(reader: Reader): Node | undefined {
  return reader.rule('math', () =>
    operation(reader, ['+', '-'], () =>
      operation(reader, ['*', '/'], () => operation(reader, ['**'], () => signed(reader))),
    ),
  );
}

function operation(
  reader: Reader,
  operators: readonly ('+' | '-' | '*' | '/' | '**')[],
  operand: () => Node | undefined,
): Node | undefined {
  let left = operand();
  while (left !== undefined) {
    const first = left;
    const next = reader.attempt((): Node | undefined => {
      const token = reader.token(...operators);
      const operator = operators.find((sign) => sign === token);
      const right = operator && operand();
      return operator && right && { kind: 'arithmetic', from: first.from, to: right.to, operator, left: first, right };
    });
    if (next === undefined) return left;
    left = next;
  }
  return undefined;
}

function signed(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const isNegative = reader.token('-') !== undefined;
    const operand = value(reader, RULES);
    return operand && isNegative ? { kind: 'negation', from, to: operand.to, operand } : operand;
  });
}

export const RULES: Rules = { expression, math };
