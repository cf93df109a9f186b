import { form, literals, weighted } from '../expression.ts';
import { key, flatRange } from '../flat/collections.ts';
import { smallNumber } from '../flat/scalars.ts';
import { KINDS } from '../functions.ts';
import { ALWAYS_FLAT, FLAT, type Forms } from '../kinds.ts';
import { grouped, operand } from './operators.ts';

const SIGN = literals('sign', '+', '-', '*', '/', '**', '=', '!=', '<', '>=', 'and', 'or', 'in', '..', 'between');
export const anyForms: Forms = {
  any: (tie) => [
    ...KINDS.filter((kind) => kind !== 'any' && !ALWAYS_FLAT.includes(kind)).map((kind) => weighted(2, tie(kind))),
    weighted(
      3,
      form('if', [tie('boolean'), tie('any'), tie('any')], (a, b, c) => `if ${a} then ${b} else ${c}`),
    ),
    weighted(
      1,
      form('if', [tie('any'), tie('any'), tie('any')], (a, b, c) => `if ${a} then ${b} else ${c}`),
    ),
    weighted(
      2,
      form('.', [operand(tie('context')), key], (context, name) => `${context}.${name}`),
    ),
    weighted(
      1,
      form('.', [tie('any'), key], (value, name) => `${value}.${name}`),
    ),
    weighted(
      2,
      form('function', [tie('any'), tie('any')], (body, a) => `{f: function(x) [x, ${body}], y: f(${a})}.y`),
    ),
    weighted(
      1,
      form('named parameters', [tie('text'), smallNumber], (a, n) => `substring(string: ${a}, start position: ${n})`),
    ),
    weighted(
      1,
      form('named parameters', [tie('text')], (a) => `upper case(string: ${a})`),
    ),
    weighted(
      1,
      form('wrong parameters', [tie('any'), tie('any')], (a, b) => `upper case(${a}, ${b})`),
    ),
    weighted(
      1,
      form('unknown function', [tie('any')], (a) => `foo(${a})`),
    ),
    weighted(
      1,
      form('comment', [tie('any')], (a) => `/* note */ ${a}`),
    ),
    weighted(
      1,
      form('comment', [tie('any')], (a) => `${a} // note`),
    ),
    weighted(
      1,
      form('( )', [tie('any')], (a) => `( ${a}\n)`),
    ),
    weighted(
      1,
      literals(
        'random',
        'string length(uuid())',
        'uuid() = uuid()',
        'random number() < 1',
        'random number() instance of number',
      ),
    ),
    weighted(
      1,
      form(
        'range part',
        [flatRange, literals('part', 'start', 'end', '`start included`')],
        (a, part) => `(${a}).${part}`,
      ),
    ),
    weighted(1, grouped(tie('any'))),
    // Operators without parentheses: which one goes first?
    weighted(
      2,
      form(
        'precedence',
        [FLAT.any, FLAT.any, FLAT.any, ...Array.from({ length: 2 }, () => SIGN)],
        (a, b, c, one, two) => [a, one, b, two, c].join(' '),
      ),
    ),
  ],
};
