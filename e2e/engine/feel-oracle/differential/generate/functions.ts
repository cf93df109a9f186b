/** A kind of expression, by what it usually gives. */
export const KINDS = [
  'any',
  'number',
  'smallNumber',
  'scale',
  'text',
  'subject',
  'pattern',
  'flags',
  'replacement',
  'boolean',
  'temporal',
  'date',
  'time',
  'dateTime',
  'dayTime',
  'yearMonth',
  'list',
  'numbers',
  'texts',
  'booleans',
  'lists',
  'contexts',
  'context',
  'range',
] as const;

export type Kind = (typeof KINDS)[number];

/** A function of the engine: what it gives, and its parameters in each of its forms. */
export interface Signature {
  readonly gives: Kind;
  readonly forms: readonly (readonly Kind[])[];
}

function f(gives: Kind, ...forms: readonly string[]): Signature {
  return {
    gives,
    // The table below writes kinds alone, with a blank between two.
    forms: forms.map((form) => form.split(' ').filter((kind) => kind !== '') as Kind[]),
  };
}

const ofPoints = f('boolean', 'number number', 'range number', 'number range', 'range range', 'date date');
const ofRanges = f('boolean', 'range range');
const pointInRange = f('boolean', 'smallNumber range', 'range range', 'date range');
const rangeOfPoint = f('boolean', 'range smallNumber', 'range range');
const rounding = f('number', 'number scale', 'number');

/**
 * The engine's functions. Without those that the library alone does not have, and those whose value is another one
 * each time: they stand in an expression of their own.
 * https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/
 */
export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  not: f('boolean', 'boolean'),
  'is defined': f('boolean', 'any'),
  'get or else': f('any', 'any any'),
  assert: f('any', 'any boolean', 'any boolean text'),
  'get value': f('any', 'context text', 'context texts'),
  'get entries': f('list', 'context'),
  'context put': f('context', 'context text any', 'context texts any'),
  'context merge': f('context', 'contexts', 'context context'),
  context: f('context', 'contexts'),
  string: f('text', 'any', 'number', 'temporal', 'list', 'context'),
  number: f('number', 'text', 'text text', 'text text text'),
  date: f('date', 'text', 'dateTime', 'smallNumber smallNumber smallNumber'),
  time: f(
    'time',
    'text',
    'dateTime',
    'smallNumber smallNumber smallNumber',
    'smallNumber smallNumber smallNumber dayTime',
  ),
  'date and time': f('dateTime', 'text', 'date time', 'dateTime text'),
  duration: f('dayTime', 'text'),
  'years and months duration': f('yearMonth', 'date date', 'dateTime date'),
  'list contains': f('boolean', 'list any'),
  count: f('number', 'list'),
  min: f('any', 'numbers', 'texts', 'number number', 'date date', 'list'),
  max: f('any', 'numbers', 'texts', 'number number', 'dayTime dayTime', 'list'),
  sum: f('number', 'numbers', 'number number', 'list'),
  product: f('number', 'numbers', 'number number'),
  mean: f('number', 'numbers', 'number number number'),
  median: f('number', 'numbers', 'number number'),
  stddev: f('number', 'numbers', 'number number number'),
  mode: f('numbers', 'numbers', 'number number'),
  all: f('boolean', 'booleans', 'boolean boolean', 'list'),
  any: f('boolean', 'booleans', 'boolean boolean', 'list'),
  sublist: f('list', 'list smallNumber', 'list smallNumber smallNumber'),
  append: f('list', 'list any', 'list any any'),
  concatenate: f('list', 'list list', 'list list list', 'lists'),
  'insert before': f('list', 'list smallNumber any'),
  remove: f('list', 'list smallNumber'),
  reverse: f('list', 'list'),
  'index of': f('list', 'list any', 'numbers number'),
  union: f('list', 'list list', 'numbers numbers'),
  'distinct values': f('list', 'list', 'numbers'),
  'duplicate values': f('list', 'list', 'numbers'),
  flatten: f('list', 'list', 'lists'),
  'string join': f('text', 'texts', 'texts text', 'texts text text text', 'list'),
  'is empty': f('boolean', 'list'),
  partition: f('lists', 'list smallNumber'),
  decimal: rounding,
  floor: rounding,
  ceiling: rounding,
  'round up': rounding,
  'round down': rounding,
  'round half up': rounding,
  'round half down': rounding,
  abs: f('number', 'number', 'dayTime', 'yearMonth'),
  modulo: f('number', 'number number', 'number smallNumber'),
  sqrt: f('number', 'number'),
  log: f('number', 'number'),
  exp: f('number', 'smallNumber'),
  odd: f('boolean', 'number'),
  even: f('boolean', 'number'),
  before: ofPoints,
  after: ofPoints,
  meets: ofRanges,
  'met by': ofRanges,
  overlaps: ofRanges,
  'overlaps before': ofRanges,
  'overlaps after': ofRanges,
  finishes: pointInRange,
  'finished by': rangeOfPoint,
  includes: rangeOfPoint,
  during: pointInRange,
  starts: pointInRange,
  'started by': rangeOfPoint,
  coincides: f('boolean', 'number number', 'range range', 'date date'),
  substring: f('text', 'text smallNumber', 'text smallNumber smallNumber'),
  'string length': f('number', 'text'),
  'upper case': f('text', 'text'),
  'lower case': f('text', 'text'),
  'substring before': f('text', 'text text'),
  'substring after': f('text', 'text text'),
  contains: f('boolean', 'text text'),
  'starts with': f('boolean', 'text text'),
  'ends with': f('boolean', 'text text'),
  matches: f('boolean', 'subject pattern', 'subject pattern flags'),
  replace: f('text', 'subject pattern replacement', 'subject pattern replacement flags'),
  split: f('texts', 'subject pattern', 'text text'),
  extract: f('texts', 'subject pattern'),
  trim: f('text', 'text'),
  'is blank': f('boolean', 'text'),
  'to base64': f('text', 'text'),
  'day of week': f('text', 'date', 'dateTime'),
  'day of year': f('number', 'date', 'dateTime'),
  'week of year': f('number', 'date', 'dateTime'),
  'month of year': f('text', 'date', 'dateTime'),
  'last day of month': f('date', 'date', 'dateTime'),
};

/** Functions that stand in an expression of their own, or not at all. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  sort: 'its second parameter is a function',
  now: 'a literal',
  today: 'a literal',
  uuid: 'random',
  'random number': 'random',
  fromAi: "the engine's own, not the library's",
  'from base64': 'newer than the library',
  'from json': 'newer than the library',
  'to json': 'newer than the library',
};
