import { FeelFailure } from '../signals.ts';
import { order } from '../compare.ts';
import { secondsOf, tidy } from '../normalise.ts';
import { isDuration, isNumber, isYearMonth, type FeelValue } from '../values.ts';
import { define, defineVariadic, optional, type Current, type FeelFunctions } from './define.ts';

/** A number with so many decimal places, moved as text so that no double gets in between: 1.005 to 2 is 1.01. */
function rounded(round: (value: number) => number): (value: number, scale?: number) => number {
  return (value, scale = 0) => {
    const places = Math.trunc(scale);
    return shift(round(shift(value, places)), -places) + 0;
  };
}

function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

const away = (value: number, magnitude: (absolute: number) => number): number =>
  Math.sign(value) * magnitude(Math.abs(value));

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new FeelFailure('A calculation gives no finite number.');
}

function absolute(value: FeelValue): FeelValue {
  if (isNumber(value)) return Math.abs(value);
  if (!isDuration(value)) return null;
  const isNegative = isYearMonth(value) ? value.years * 12 + value.months < 0 : secondsOf(value) < 0;
  return isNegative ? value.negate() : value;
}

/** A function of numbers; null where there are none, or something else is among them. */
function ofNumbers(calculate: (values: readonly number[]) => FeelValue): ReturnType<typeof defineVariadic> {
  return defineVariadic('list', (values) => (values.length > 0 && values.every(isNumber) ? calculate(values) : null));
}

function extreme(sign: number): ReturnType<typeof defineVariadic> {
  return defineVariadic('list', (values) => {
    const [first] = values;
    if (!values.every((value) => order(first, value) !== undefined)) return null;
    return values.reduce((best, value) => ((order(value, best) ?? 0) * sign < 0 ? value : best), first) ?? null;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => tidy(total + value), 0);

const mean = (values: readonly number[]): number => sum(values) / values.length;

function deviation(values: readonly number[]): number {
  const average = mean(values);
  return finite(Math.sqrt(sum(values.map((value) => (value - average) ** 2)) / (values.length - 1)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : mean([sorted[middle - 1] ?? upper, upper]);
}

const scaled = [isNumber, isNumber] as const;
const parameters = ['n', 'scale'];

/** Functions of numbers that the library lacks, or rounds and adds in another way. */
export function numbers(current: Current): FeelFunctions {
  return {
    decimal: define(
      parameters,
      scaled,
      rounded((value) => away(value, (n) => (n % 1 === 0.5 ? Math.floor(n / 2 + 0.5) * 2 : Math.round(n)))),
    ),
    floor: define(parameters, [isNumber, optional(isNumber)], (n, scale) => rounded(Math.floor)(n, scale)),
    ceiling: define(parameters, [isNumber, optional(isNumber)], (n, scale) => rounded(Math.ceil)(n, scale)),
    'round up': define(
      parameters,
      scaled,
      rounded((value) => away(value, Math.ceil)),
    ),
    'round down': define(parameters, scaled, rounded(Math.trunc)),
    'round half up': define(
      parameters,
      scaled,
      rounded((value) => away(value, Math.round)),
    ),
    'round half down': define(
      parameters,
      scaled,
      rounded((value) => away(value, (n) => Math.ceil(n - 0.5))),
    ),
    abs: Object.assign((n: FeelValue, number: FeelValue) => absolute(n ?? number), { $args: ['n', 'number'] }),
    modulo: define(['dividend', 'divisor'], scaled, (dividend, divisor) => {
      return finite(tidy(dividend - divisor * Math.floor(dividend / divisor)));
    }),
    log: define(['number'], [isNumber], (value) => finite(Math.log(value))),
    exp: define(['number'], [isNumber], (value) => finite(Math.exp(value))),
    'random number': define([], [], () => current().world.random()),
    min: extreme(1),
    max: extreme(-1),
    sum: ofNumbers(sum),
    product: ofNumbers((values) => values.reduce((product, value) => tidy(product * value), 1)),
    mean: ofNumbers(mean),
    median: ofNumbers(median),
    stddev: ofNumbers(deviation),
  };
}
