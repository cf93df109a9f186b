import { EngineFailure } from '../signals.ts';
import type { Budget } from '../budget.ts';
import { FeelContext, FeelRange, type FeelValue, isBoolean, isList, isString, kindOf, typeOf } from './value.ts';
import { isNumber } from './number.ts';
import {
  FeelDateTime,
  FeelDuration,
  FeelMonths,
  FeelTime,
  isDate,
  isLocalDateTime,
  isLocalTime,
  isTemporal,
  Temporal,
} from './temporal.ts';

/** Whether values of this kind have an order. A list counts by its elements, though no two lists have one. */
export function isComparable(value: FeelValue): boolean {
  if (!isList(value)) return isNumber(value) || isString(value) || isTemporal(value);
  const [first] = value;
  return first !== undefined && isComparable(first) && value.every((item) => kindOf(item) === kindOf(first));
}

/** Less than 0 when `a` comes first. The engine gives up where two values have no order. */
export function order(a: FeelValue, b: FeelValue): number {
  if (isNumber(a) && isNumber(b)) return a.compareTo(b);
  if (isString(a) && isString(b)) return a < b ? -1 : Number(a > b);
  if (isDate(a) && isDate(b)) return Temporal.PlainDate.compare(a, b);
  if (isLocalTime(a) && isLocalTime(b)) return Temporal.PlainTime.compare(a, b);
  if (isLocalDateTime(a) && isLocalDateTime(b)) return Temporal.PlainDateTime.compare(a, b);
  if (a instanceof FeelTime && b instanceof FeelTime) return big(a.nanos, b.nanos);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return moments(a, b);
  if (a instanceof FeelMonths && b instanceof FeelMonths) return a.months - b.months;
  if (a instanceof FeelDuration && b instanceof FeelDuration) return big(a.nanos, b.nanos);
  throw new EngineFailure(`A ${typeOf(a)} and a ${typeOf(b)} have no order.`);
}

function big(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/** One moment in two zones: by the local time, then by the zone's name. */
function moments(a: FeelDateTime, b: FeelDateTime): number {
  const name = ({ region, offsetSeconds }: FeelDateTime): string => region ?? String(offsetSeconds);
  const found = big(a.epochNanos, b.epochNanos) || Temporal.PlainDateTime.compare(a.local, b.local);
  return found || (name(a) < name(b) ? -1 : Number(name(a) > name(b)));
}

/** Whether two values of any types are the same; undefined where their types cannot be compared. */
export function equal(a: FeelValue, b: FeelValue, budget: Budget): boolean | undefined {
  budget.step();
  if (a === null || b === null) return a === b;
  if (isBoolean(a) && isBoolean(b)) return a === b;
  if (isList(a) && isList(b)) {
    return budget.within(
      () => a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null, budget) === true),
    );
  }
  if (a instanceof FeelContext && b instanceof FeelContext) return budget.within(() => sameEntries(a, b, budget));
  return sameScalar(a, b);
}

function sameEntries(a: FeelContext, b: FeelContext, budget: Budget): boolean {
  return (
    a.size === b.size &&
    a.keys.every((key) => {
      const other = b.get(key);
      return other !== undefined && equal(a.get(key) ?? null, other, budget) === true;
    })
  );
}

function sameScalar(a: FeelValue, b: FeelValue): boolean | undefined {
  if (kindOf(a) !== kindOf(b)) return undefined;
  if (a instanceof FeelTime && b instanceof FeelTime) {
    return a.time.equals(b.time) && a.offsetSeconds === b.offsetSeconds && a.region === b.region;
  }
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return a.local.equals(b.local) && a.offsetSeconds === b.offsetSeconds && a.region === b.region;
  }
  return isNumber(a) || isString(a) || isTemporal(a) ? order(a, b) === 0 : undefined;
}

/** Whether the engine finds a value in a list: contexts and functions are only ever themselves. */
export function same(a: FeelValue, b: FeelValue, budget: Budget): boolean {
  if (isList(a) && isList(b)) {
    return budget.within(() => a.length === b.length && a.every((item, index) => same(item, b[index] ?? null, budget)));
  }
  if (a instanceof FeelRange && b instanceof FeelRange) {
    const ends = [
      [a.start, b.start],
      [a.end, b.end],
    ] as const;
    return ends.every(([one, other]) => one.closed === other.closed && same(one.value, other.value, budget));
  }
  budget.step();
  return a === b || (!(a instanceof FeelContext) && equal(a, b, budget) === true);
}
