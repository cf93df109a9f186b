import { camundaBuiltins } from '@camunda/feel-builtins';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../../test/world.ts';
import type { Json } from '../../json.ts';
import { evaluateFeel, feelFunctionNames } from '../evaluate.ts';

/** One worked example for each function of the engine. */
const EXAMPLES: Readonly<Record<string, readonly [expression: string, value: Json]>> = {
  not: ['not(true)', false],
  'get value': ['get value({a: {b: 2}}, ["a", "b"])', 2],
  'get entries': ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
  'context put': ['context put({a: 1}, ["b", "c"], 2)', { a: 1, b: { c: 2 } }],
  'context merge': ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }],
  context: ['context([{key: "a", value: 1}])', { a: 1 }],
  string: ['string([1.5, "a", null])', '[1.5, "a", null]'],
  number: ['number("1.234,5", ".", ",")', 1234.5],
  date: ['date(2026, 1, 31)', '2026-01-31'],
  time: ['time(10, 30, 15, duration("PT2H"))', '10:30:15+02:00'],
  'date and time': ['date and time("2026-01-31T10:00:00@Europe/Berlin")', '2026-01-31T10:00:00+01:00[Europe/Berlin]'],
  duration: ['duration("PT26H90M")', 'P1DT3H30M'],
  'years and months duration': ['years and months duration(date("2024-01-15"), date("2026-03-14"))', 'P2Y1M'],
  'from json': [String.raw`from json("{\"a\": [1, null]}")`, { a: [1, null] }],
  'to json': ['to json({a: [1, "x", null]})', '{"a":[1,"x",null]}'],
  'list contains': ['list contains([1, 2], 2)', true],
  count: ['count([1, 2])', 2],
  min: ['min(3, 1, 2)', 1],
  max: ['max("b", "a")', 'b'],
  sum: ['sum([0.1, 0.2])', 0.3],
  product: ['product(2, 5)', 10],
  mean: ['mean([1, 2])', 1.5],
  median: ['median([6, 1, 2, 3])', 2.5],
  stddev: ['stddev([2, 4, 7, 5])', 2.0816659994661326],
  mode: ['mode([6, 1, 9, 6, 1])', [1, 6]],
  all: ['all([true, null])', null],
  any: ['any([true, null])', true],
  sublist: ['sublist([1, 2, 3], -2, 1)', [2]],
  append: ['append([1], 2, 3)', [1, 2, 3]],
  concatenate: ['concatenate([1], [2, 3])', [1, 2, 3]],
  'insert before': ['insert before([1, 3], -1, 2)', [1, 2, 3]],
  remove: ['remove([1, 2, 3], -1)', [1, 2]],
  reverse: ['reverse([1, 2])', [2, 1]],
  'index of': ['index of([1, 2, 1], 1)', [1, 3]],
  union: ['union([1, 2], [2, 3])', [1, 2, 3]],
  'distinct values': ['distinct values([1, 2, 1])', [1, 2]],
  'duplicate values': ['duplicate values([1, 2, 1])', [1]],
  flatten: ['flatten([[1, [2]], 3])', [1, 2, 3]],
  sort: ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
  'string join': ['string join(["a", "b"], "/", "<", ">")', '<a/b>'],
  'is empty': ['is empty([])', true],
  partition: ['partition([1, 2, 3], 2)', [[1, 2], [3]]],
  decimal: ['decimal(2.5, 0)', 2],
  floor: ['floor(-1.56, 1)', -1.6],
  ceiling: ['ceiling(-1.56, 1)', -1.5],
  'round up': ['round up(-1.121, 2)', -1.13],
  'round down': ['round down(-1.126, 2)', -1.12],
  'round half up': ['round half up(1.005, 2)', 1.01],
  'round half down': ['round half down(1.125, 2)', 1.12],
  abs: ['abs(duration("-PT5H"))', 'PT5H'],
  modulo: ['modulo(10.1, -4.5)', -3.4],
  sqrt: ['sqrt(16)', 4],
  log: ['log(10)', 2.302585092994046],
  exp: ['exp(0)', 1],
  odd: ['odd(5)', true],
  even: ['even(5)', false],
  'random number': ['random number()', 0.25],
  before: ['before([1..5), 5)', true],
  after: ['after((5..10], 5)', true],
  meets: ['meets([1..5], [5..10])', true],
  'met by': ['met by([5..10], [1..5])', true],
  overlaps: ['overlaps([1..5], [5..8])', true],
  'overlaps before': ['overlaps before([1..5], [4..10])', true],
  'overlaps after': ['overlaps after([4..10], [1..5])', true],
  finishes: ['finishes(5, [1..5])', true],
  'finished by': ['finished by([5..10], 10)', true],
  includes: ['includes([1..10], [4..6])', true],
  during: ['during([4..6], [1..10))', true],
  starts: ['starts((1..5], [1..8])', false],
  'started by': ['started by([1..10], 1)', true],
  coincides: ['coincides([1..5], [1..5])', true],
  substring: ['substring("foobar", -3, 2)', 'ba'],
  'string length': ['string length("a😀b")', 4],
  'upper case': ['upper case("aBc")', 'ABC'],
  'lower case': ['lower case("aBc")', 'abc'],
  'substring before': ['substring before("a.b", ".")', 'a'],
  'substring after': ['substring after("a.b", ".")', 'b'],
  contains: ['contains("foobar", "ob")', true],
  'starts with': ['starts with("foobar", "fo")', true],
  'ends with': ['ends with("foobar", "ar")', true],
  matches: [String.raw`matches("a 1", "^\\w\\s\\d$")`, true],
  replace: ['replace("abcd", "(ab)|(a)", "[1=$1]")', '[1=ab]cd'],
  split: ['split("a;b;;", ";")', ['a', 'b', '', '']],
  extract: ['extract("1234 and 1256", "12[0-9]*")', ['1234', '1256']],
  trim: ['trim("  a b ")', 'a b'],
  'is blank': ['is blank(" ")', true],
  uuid: ['uuid()', '3f2b8c1e-5d6a-4b7c-8d9e-0a1b2c3d4e5f'],
  'to base64': ['to base64("é😀")', 'w6nwn5iA'],
  'from base64': ['from base64("w6nwn5iA")', 'é😀'],
  now: ['now()', '2026-01-31T12:34:56.789Z'],
  today: ['today()', '2026-01-31'],
  'day of week': ['day of week(today())', 'Saturday'],
  'day of year': ['day of year(date("2026-02-01"))', 32],
  'week of year': ['week of year(date("2005-01-01"))', 53],
  'month of year': ['month of year(today())', 'January'],
  'last day of month': ['last day of month(date("2024-02-10"))', '2024-02-29'],
  fromAi: ['fromAi("Oslo", "a city", "string")', 'Oslo'],
  'is defined': ['is defined(missing)', false],
  'get or else': ['get or else(missing.deeper, "none")', 'none'],
  assert: ['assert(4, 4 > 1, "too small")', 4],
};

describe("the engine's functions", () => {
  const names = [...new Set(camundaBuiltins.map(({ name }) => name))];

  it('all have an example, and no example is for another', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(names.toSorted());
    expect(feelFunctionNames().toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(EXAMPLES))('%s: %j', (_name, [expression, value]) => {
    const result = evaluateFeel(expression, {}, stillWorld);
    expect(result).toMatchObject({ status: 'ok', value });
  });

  it.each(['noSuchFunction(1)', 'no such thing(1)', 'cycle(3, duration("PT1H"))', 'count(1, 2, 3)'])(
    '%s is unknown',
    (expression) => {
      expect(evaluateFeel(expression, {}, stillWorld)).toMatchObject({ status: 'unknown' });
    },
  );

  it('are not hidden by variables of their names', () => {
    const variables = { count: 2, sum: 3, date: 'x', string: 1, 'string length': 7 };
    const expression =
      '{a: count([1]) + count, b: sum(1, 2) + sum, c: string(1), d: date("2026-01-31"), e: string length("ab")}';
    expect(evaluateFeel(expression, variables, stillWorld)).toMatchObject({
      value: { a: 3, b: 6, c: '1', d: '2026-01-31', e: 2 },
    });
  });
});
