import { order as orderOf } from '../compare.ts';
import { isDateTime, isDuration, isNumber, isRange, type FeelRange, type FeelValue } from '../values.ts';
import type { FeelFunction, FeelFunctions } from './define.ts';

const isPoint = (value: FeelValue): boolean => isNumber(value) || isDateTime(value) || isDuration(value);

/** Thrown within this file where two points have no order; the result is null. */
class NoOrder extends Error {}

function order(a: FeelValue, b: FeelValue): number {
  const result = isPoint(a) && isPoint(b) ? orderOf(a, b) : undefined;
  if (result === undefined) throw new NoOrder();
  return result;
}

type Relation<A, B> = (a: A, b: B) => boolean;

/** One relation for each pair of kinds; where one is missing, FEEL has no such function. */
interface Relations {
  readonly points?: Relation<FeelValue, FeelValue>;
  readonly pointAndRange?: Relation<FeelValue, FeelRange>;
  readonly rangeAndPoint?: Relation<FeelRange, FeelValue>;
  readonly ranges?: Relation<FeelRange, FeelRange>;
}

function holds(relations: Relations, a: FeelValue, b: FeelValue): boolean | undefined {
  if (isRange(a)) return isRange(b) ? relations.ranges?.(a, b) : relations.rangeAndPoint?.(a, b);
  return isRange(b) ? relations.pointAndRange?.(a, b) : relations.points?.(a, b);
}

const PARAMETERS = ['point1', 'range1', 'point', 'range', 'point2', 'range2'];

/** The two arguments by position, or by the names that the engine gives them: a point and a range in either order. */
function relate(relations: Relations): FeelFunction {
  const call = (...args: FeelValue[]): FeelValue => {
    const given = args.filter((value) => value !== undefined);
    const [a, b] =
      args.length === PARAMETERS.length && relations.pointAndRange === undefined ? given.toReversed() : given;
    if (given.length !== 2) return null;
    try {
      return holds(relations, a, b) ?? null;
    } catch (error) {
      if (error instanceof NoOrder) return null;
      throw error;
    }
  };
  return Object.assign(call, { $args: PARAMETERS });
}

/** The same relation seen from the other side. */
const turned =
  <A, B>(relation: Relation<A, B>): Relation<B, A> =>
  (b, a) =>
    relation(a, b);

// The relations of the DMN specification, table 78: https://www.omg.org/spec/DMN/1.4/PDF
const pointBefore = (a: FeelValue, b: FeelValue): boolean => order(a, b) < 0;

const beforeRange = (a: FeelValue, b: FeelRange): boolean =>
  b['start included'] ? order(a, b.start) < 0 : order(a, b.start) <= 0;

const afterRange = (a: FeelValue, b: FeelRange): boolean =>
  b['end included'] ? order(a, b.end) > 0 : order(a, b.end) >= 0;

const rangeBefore = (a: FeelRange, b: FeelRange): boolean => {
  const gap = order(a.end, b.start);
  return gap < 0 || (gap === 0 && !(a['end included'] && b['start included']));
};

const meets = (a: FeelRange, b: FeelRange): boolean =>
  a['end included'] && b['start included'] && order(a.end, b.start) === 0;

const overlaps = (a: FeelRange, b: FeelRange): boolean => !rangeBefore(a, b) && !rangeBefore(b, a);

/** Whether a begins at or before b, so that it has all of its beginning. */
const startsNoLater = (a: FeelRange, b: FeelRange): boolean => {
  const gap = order(a.start, b.start);
  return gap < 0 || (gap === 0 && (a['start included'] || !b['start included']));
};

const endsNoEarlier = (a: FeelRange, b: FeelRange): boolean => {
  const gap = order(a.end, b.end);
  return gap > 0 || (gap === 0 && (a['end included'] || !b['end included']));
};

const sameStart = (a: FeelRange, b: FeelRange): boolean =>
  a['start included'] === b['start included'] && order(a.start, b.start) === 0;

const sameEnd = (a: FeelRange, b: FeelRange): boolean =>
  a['end included'] === b['end included'] && order(a.end, b.end) === 0;

const overlapsBefore = (a: FeelRange, b: FeelRange): boolean =>
  !startsNoLater(b, a) && overlaps(a, b) && endsNoEarlier(b, a);

const overlapsAfter = (a: FeelRange, b: FeelRange): boolean =>
  !startsNoLater(a, b) && overlaps(a, b) && endsNoEarlier(a, b);

const finishesAt = (a: FeelValue, b: FeelRange): boolean => b['end included'] && order(a, b.end) === 0;

const finishes = (a: FeelRange, b: FeelRange): boolean => sameEnd(a, b) && startsNoLater(b, a);

const within = (a: FeelValue, b: FeelRange): boolean => !beforeRange(a, b) && !afterRange(a, b);

const includes = (a: FeelRange, b: FeelRange): boolean => startsNoLater(a, b) && endsNoEarlier(a, b);

const startsAt = (a: FeelValue, b: FeelRange): boolean => b['start included'] && order(a, b.start) === 0;

const starts = (a: FeelRange, b: FeelRange): boolean => sameStart(a, b) && endsNoEarlier(b, a);

/** How points and ranges lie to each other. */
export const ranges: FeelFunctions = {
  before: relate({
    points: pointBefore,
    rangeAndPoint: turned(afterRange),
    pointAndRange: beforeRange,
    ranges: rangeBefore,
  }),
  after: relate({
    points: turned(pointBefore),
    rangeAndPoint: turned(beforeRange),
    pointAndRange: afterRange,
    ranges: turned(rangeBefore),
  }),
  meets: relate({ ranges: meets }),
  'met by': relate({ ranges: turned(meets) }),
  overlaps: relate({ ranges: overlaps }),
  'overlaps before': relate({ ranges: overlapsBefore }),
  'overlaps after': relate({ ranges: overlapsAfter }),
  finishes: relate({ pointAndRange: finishesAt, ranges: finishes }),
  'finished by': relate({ rangeAndPoint: turned(finishesAt), ranges: turned(finishes) }),
  includes: relate({ rangeAndPoint: turned(within), ranges: includes }),
  during: relate({ pointAndRange: within, ranges: turned(includes) }),
  starts: relate({ pointAndRange: startsAt, ranges: starts }),
  'started by': relate({ rangeAndPoint: turned(startsAt), ranges: turned(starts) }),
  coincides: relate({
    points: (a, b) => order(a, b) === 0,
    ranges: (a, b) => sameStart(a, b) && sameEnd(a, b),
  }),
};
