import { form, literals, weighted } from '../expression.ts';
import { key } from '../flat/collections.ts';
import { smallNumber } from '../flat/scalars.ts';
import type { Forms } from '../kinds.ts';

export const collectionForms: Forms = {
  list: (tie) => [
    weighted(
      3,
      form('[ ]', [tie('any'), tie('any')], (a, b) => `[${a}, ${b}]`),
    ),
    weighted(
      3,
      form('[filter]', [tie('list'), tie('boolean')], (list, test) => `${list}[item != null and ${test}]`),
    ),
    weighted(
      2,
      form('[filter]', [tie('numbers')], (list) => `${list}[item > 1]`),
    ),
    weighted(
      1,
      form('[filter]', [tie('contexts')], (list) => `${list}[a = 1]`),
    ),
    weighted(
      1,
      form('[filter]', [tie('list'), tie('any')], (list, any) => `${list}[${any}]`),
    ),
    weighted(
      3,
      form('for', [tie('numbers'), tie('number')], (list, n) => `for x in ${list} return x + ${n}`),
    ),
    weighted(
      2,
      form('for', [tie('list'), tie('any')], (list, any) => `for x in ${list} return [x, ${any}]`),
    ),
    weighted(
      1,
      form('for ..', [smallNumber, smallNumber], (a, b) => `for i in ${a}..${b} return i * i`),
    ),
    weighted(
      1,
      form('for partial', [tie('numbers')], (list) => `for x in ${list} return count(partial) + x`),
    ),
    weighted(
      1,
      form('for two', [tie('numbers'), tie('texts')], (a, b) => `for x in ${a}, y in ${b} return string(x) + y`),
    ),
    weighted(
      2,
      form('.', [tie('contexts'), key], (list, name) => `${list}.${name}`),
    ),
    weighted(
      2,
      form('sort', [tie('numbers'), literals('precedes', 'x < y', 'x > y', 'null', 'x', 'true')], (list, body) =>
        ['sort(', list, ', function(x, y) ', body, ')'].join(''),
      ),
    ),
    weighted(
      1,
      form('sort', [tie('texts')], (list) => `sort(${list}, function(a, b) a < b)`),
    ),
  ],
  numbers: (tie) => [
    weighted(
      3,
      form('[ ]', [tie('number'), tie('number'), tie('number')], (...all) => `[${all.join(', ')}]`),
    ),
  ],
  texts: (tie) => [
    weighted(
      2,
      form('[ ]', [tie('text'), tie('text')], (a, b) => `[${a}, ${b}]`),
    ),
  ],
  booleans: (tie) => [
    weighted(
      2,
      form('[ ]', [tie('boolean'), tie('boolean')], (a, b) => `[${a}, ${b}]`),
    ),
  ],
  lists: (tie) => [
    weighted(
      2,
      form('[ ]', [tie('list'), tie('list')], (a, b) => `[${a}, ${b}]`),
    ),
  ],
  contexts: (tie) => [
    weighted(
      2,
      form('[ ]', [tie('context'), tie('context')], (a, b) => `[${a}, ${b}]`),
    ),
  ],
  context: (tie) => [
    weighted(
      3,
      form('{ }', [tie('any'), tie('any')], (a, b) => `{a: ${a}, b: ${b}}`),
    ),
    weighted(
      1,
      form('{ }', [tie('number')], (a) => `{a: ${a}, b: a + 1, c: {d: b}}`),
    ),
    weighted(
      2,
      form('key form', [key, tie('any')], (name, value) => `{${name}: ${value}}`),
    ),
    weighted(
      1,
      form('[n]', [tie('contexts'), smallNumber], (list, at) => `${list}[${at}]`),
    ),
  ],
};
