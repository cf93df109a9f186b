import { secondsOf, tidy } from './normalise.ts';
import { FeelUnsupported } from './signals.ts';
import { localZone } from './temporal.ts';
import { isContext, isDateTime, isDuration, isList, isNothing, isYearMonth, typeOf, type FeelValue } from './values.ts';

/** Less than 0 when `a` comes first; undefined when the two have no order. */
export function order(a: FeelValue, b: FeelValue): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return tidy(a) - tidy(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeOf(a) !== typeOf(b)) return undefined;
  if (isDateTime(a) && isDateTime(b)) {
    const sameKind = (a.zone === localZone()) === (b.zone === localZone());
    return sameKind ? a.valueOf() - b.valueOf() : undefined;
  }
  if (!isDuration(a) || !isDuration(b)) return undefined;
  return isYearMonth(a) ? a.years * 12 + a.months - (b.years * 12 + b.months) : secondsOf(a) - secondsOf(b);
}

/** Whether two values are the same; null when their types cannot be compared. Null can be compared with all. */
export function equal(a: FeelValue, b: FeelValue): boolean | null {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]) === true);
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]) === true)
    );
  }
  const found = order(a, b);
  if (found === undefined) return null;
  if (isDateTime(a) && isDateTime(b)) return found === 0 && a.zone.name === b.zone.name;
  return found === 0;
}

/** Compares by an operator's sign; null where the values cannot be compared. */
export function compareBy(operator: string, a: FeelValue, b: FeelValue): boolean | null {
  if (operator === '=') return equal(a, b);
  if (operator === '!=') {
    const same = equal(a, b);
    return same === null ? null : !same;
  }
  const found = order(a, b);
  if (found === undefined) return null;
  if (found === 0 && isDateTime(a) && isDateTime(b) && a.zone.name !== b.zone.name) {
    throw new FeelUnsupported('Which of two names of one moment comes first is not known here.');
  }
  return (operator.startsWith('<') ? found < 0 : found > 0) || (operator.endsWith('=') && found === 0);
}

/** Whether a list has a value among its elements. To the engine a context is in no list, not even the same one. */
export function containsElement(list: readonly FeelValue[], value: FeelValue): boolean {
  return list.some((item) => !isContext(item) && equal(item, value) === true);
}
