import { form, literals, weighted } from '../expression.ts';
import { flatRange, typeName } from '../flat/collections.ts';
import { smallNumber, flatNumber, flatNothing } from '../flat/scalars.ts';
import type { Forms } from '../kinds.ts';
import { COMPARISONS, operand, operator, operators } from './operators.ts';

const TEMPORAL_PARTS = literals(
  'part',
  ...['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'],
  ...['years', 'months', 'days', 'hours', 'minutes', 'seconds', 'value', 'nonsense'],
);
export const scalarForms: Forms = {
  number: (tie) => [
    weighted(6, operators(['+', '-', '*', '/'], operand(tie('number')), operand(tie('number')))),
    weighted(2, operator('**', operand(flatNumber), literals('power', '2', '3', '0', '-1', '0.5', '10', '-2'))),
    weighted(
      1,
      form('-', [operand(tie('number'))], (a) => `-${a}`),
    ),
    weighted(2, operators(['+', '-', '*', '/', '**'], operand(flatNumber), flatNothing)),
    weighted(1, operators(['+', '-', '*', '/'], flatNumber, flatNumber)),
    weighted(
      3,
      form('.', [operand(tie('temporal')), TEMPORAL_PARTS], (value, part) => `${value}.${part}`),
    ),
    weighted(
      1,
      form('[n]', [tie('numbers'), smallNumber], (list, at) => `${list}[${at}]`),
    ),
  ],
  text: (tie) => [
    weighted(4, operator('+', operand(tie('text')), operand(tie('text')))),
    weighted(1, operator('+', operand(tie('text')), operand(tie('any')))),
    weighted(
      1,
      form('[n]', [tie('texts'), smallNumber], (list, at) => `${list}[${at}]`),
    ),
  ],
  boolean: (tie) => [
    weighted(4, operators(COMPARISONS, operand(tie('number')), operand(tie('number')))),
    weighted(2, operators(COMPARISONS, operand(tie('text')), operand(tie('text')))),
    weighted(3, operators(COMPARISONS, operand(tie('temporal')), operand(tie('temporal')))),
    weighted(3, operators(COMPARISONS, operand(tie('any')), operand(tie('any')))),
    weighted(2, operators(COMPARISONS, operand(tie('any')), flatNothing)),
    weighted(4, operators(['and', 'or'], operand(tie('boolean')), operand(tie('boolean')))),
    weighted(1, operators(['and', 'or'], operand(tie('any')), operand(tie('boolean')))),
    weighted(
      2,
      form('between', [operand(tie('number')), operand(tie('number')), operand(tie('number'))], (value, low, high) =>
        [value, 'between', low, 'and', high].join(' '),
      ),
    ),
    weighted(
      2,
      form('in range', [operand(tie('number')), flatRange], (value, range) => `${value} in ${range}`),
    ),
    weighted(
      2,
      form('in list', [operand(tie('any')), tie('list')], (value, list) => `${value} in ${list}`),
    ),
    weighted(
      2,
      form('in tests', [operand(tie('number')), smallNumber, smallNumber], (value, a, b) =>
        [value, 'in', `(< ${a}, >= ${b})`].join(' '),
      ),
    ),
    weighted(
      1,
      form('in test', [operand(tie('number')), smallNumber], (value, a) => `${value} in > ${a}`),
    ),
    weighted(
      2,
      form('instance of', [operand(tie('any')), typeName], (value, type) => `${value} instance of ${type}`),
    ),
    weighted(
      1,
      form('instance of', [operand(tie('temporal')), typeName], (a, type) => `${a} instance of ${type}`),
    ),
    weighted(
      2,
      form('some', [tie('list'), tie('boolean')], (list, test) => `some x in ${list} satisfies x = 1 or ${test}`),
    ),
    weighted(
      2,
      form('every', [tie('numbers')], (list) => `every x in ${list} satisfies x > 1`),
    ),
  ],
};
