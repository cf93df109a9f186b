import { order } from '../values/compare.ts';
import { isPoint } from '../evaluate/operators.ts';
import { EngineFailure } from '../signals.ts';
import { FeelRange, kindOf, typeOf, type FeelValue, type RangeEnd } from '../values/value.ts';
import { any, on, type Builtin, type Builtins, type Overload } from './define.ts';

type Test<A, B> = (a: A, b: B) => boolean;

/** How a function compares ranges and points; absent where it does not take them. */
interface Tests {
  readonly ranges?: Test<FeelRange, FeelRange>;
  readonly pointRange?: Test<FeelValue, FeelRange>;
  readonly rangePoint?: Test<FeelRange, FeelValue>;
  readonly points?: Test<FeelValue, FeelValue>;
}

function lt(a: FeelValue, b: FeelValue): boolean {
  return order(a, b) < 0;
}
function eq(a: FeelValue, b: FeelValue): boolean {
  return order(a, b) === 0;
}

/** Whether an end that is open or closed comes before, or at, another. */
function both(a: RangeEnd, b: RangeEnd): boolean {
  return a.closed && b.closed;
}
function startsFirst(a: RangeEnd, b: RangeEnd): boolean {
  return lt(a.value, b.value) || (eq(a.value, b.value) && (a.closed || !b.closed));
}
function endsFirst(a: RangeEnd, b: RangeEnd): boolean {
  return lt(a.value, b.value) || (eq(a.value, b.value) && (!a.closed || b.closed));
}
function sameEnd(a: RangeEnd, b: RangeEnd): boolean {
  return a.closed === b.closed && eq(a.value, b.value);
}
function at(end: RangeEnd, point: FeelValue): boolean {
  return end.closed && eq(end.value, point);
}
function reaches(end: RangeEnd, start: RangeEnd): boolean {
  return lt(start.value, end.value) || (eq(end.value, start.value) && both(end, start));
}
function startsBefore(a: RangeEnd, b: RangeEnd): boolean {
  return lt(a.value, b.value) || (eq(a.value, b.value) && a.closed && !b.closed);
}

function holds({ start, end }: FeelRange, point: FeelValue): boolean {
  return (lt(start.value, point) && lt(point, end.value)) || at(start, point) || at(end, point);
}

function covers(outer: FeelRange, inner: FeelRange): boolean {
  return startsFirst(outer.start, inner.start) && endsFirst(inner.end, outer.end);
}

function overlapsBefore(a: FeelRange, b: FeelRange): boolean {
  return startsBefore(a.start, b.start) && reaches(a.end, b.start) && endsFirst(a.end, b.end);
}

function finishes(a: FeelRange, b: FeelRange): boolean {
  return sameEnd(a.end, b.end) && startsFirst(b.start, a.start);
}
function starts(a: FeelRange, b: FeelRange): boolean {
  return sameEnd(a.start, b.start) && endsFirst(a.end, b.end);
}

const before: Tests = {
  ranges: (a, b) => lt(a.end.value, b.start.value) || (!both(a.end, b.start) && eq(a.end.value, b.start.value)),
  pointRange: (point, { start }) => lt(point, start.value) || (eq(point, start.value) && !start.closed),
  rangePoint: ({ end }, point) => lt(end.value, point) || (eq(end.value, point) && !end.closed),
  points: lt,
};

/** A function and the one that asks the same the other way round. */
function flipped({ ranges, pointRange, rangePoint, points }: Tests): Tests {
  return {
    ...(ranges && { ranges: (a: FeelRange, b: FeelRange) => ranges(b, a) }),
    ...(rangePoint && { pointRange: (point: FeelValue, range: FeelRange) => rangePoint(range, point) }),
    ...(pointRange && { rangePoint: (range: FeelRange, point: FeelValue) => pointRange(point, range) }),
    ...(points && { points: (a: FeelValue, b: FeelValue) => points(b, a) }),
  };
}

const RANGES_ONLY = [['range1', 'range2']];

function isRange(value: FeelValue): value is FeelRange {
  return value instanceof FeelRange;
}

/** Points are compared by their kind, ranges by that of their start. */
function comparable(a: FeelValue, b: FeelValue): boolean {
  const [one, other] = [isRange(a) ? a.start.value : a, isRange(b) ? b.start.value : b];
  return isPoint(one) && kindOf(one) === kindOf(other);
}

/** The engine gives up where values can be compared, and a function does not take them together. */
function test({ ranges, pointRange, rangePoint, points }: Tests, a: FeelValue, b: FeelValue): boolean {
  const range = isRange(a) ? (isRange(b) ? ranges?.(a, b) : rangePoint?.(a, b)) : undefined;
  const point = isRange(a) ? undefined : isRange(b) ? pointRange?.(a, b) : points?.(a, b);
  const result = range ?? point;
  if (result === undefined) throw new EngineFailure(`A ${typeOf(a)} and a ${typeOf(b)} are not compared in this way.`);
  return result;
}

function relation(tests: Tests, parameters: readonly (readonly string[])[] = RANGES_ONLY): Builtin {
  const overloads = parameters.map((names): Overload =>
    on(names, [any, any], ([a, b]) => (comparable(a, b) ? test(tests, a, b) : undefined)),
  );
  return { overloads, result: 'boolean' };
}

const ANY_ORDER = [
  ['point1', 'point2'],
  ['point', 'range'],
  ['range', 'point'],
  ['range1', 'range2'],
];
const POINT_RANGE = [['point', 'range'], ...RANGES_ONLY];
const RANGE_POINT = [['range', 'point'], ...RANGES_ONLY];

const includes: Tests = { ranges: covers, rangePoint: holds };
const startsTests: Tests = { ranges: starts, pointRange: (point, { start }) => at(start, point) };

/** A point is never a range, in the engine too. */
const coincides: Tests = {
  ranges: (a, b) => sameEnd(a.start, b.start) && sameEnd(a.end, b.end),
  points: eq,
  pointRange: () => false,
  rangePoint: () => false,
};

/** Functions that compare ranges and points: https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-range/ */
export const RANGES: Builtins = {
  before: relation(before, ANY_ORDER),
  after: relation(flipped(before), ANY_ORDER),
  meets: relation({ ranges: (a, b) => both(a.end, b.start) && eq(a.end.value, b.start.value) }),
  'met by': relation({ ranges: (a, b) => both(a.start, b.end) && eq(a.start.value, b.end.value) }),
  overlaps: relation({ ranges: (a, b) => reaches(a.end, b.start) && reaches(b.end, a.start) }),
  'overlaps before': relation({ ranges: overlapsBefore }),
  'overlaps after': relation({ ranges: (a, b) => overlapsBefore(b, a) }),
  finishes: relation({ ranges: finishes, pointRange: (point, { end }) => at(end, point) }, POINT_RANGE),
  // The engine's parameters are named as those of `finishes`.
  'finished by': relation(
    {
      ranges: (a, b) => sameEnd(a.end, b.end) && startsFirst(a.start, b.start),
      rangePoint: ({ end }, point) => at(end, point),
    },
    POINT_RANGE,
  ),
  includes: relation(includes, RANGE_POINT),
  during: relation(flipped(includes), POINT_RANGE),
  starts: relation(startsTests, POINT_RANGE),
  'started by': relation(flipped(startsTests), RANGE_POINT),
  coincides: relation(coincides, [['point1', 'point2'], ...RANGES_ONLY]),
};
