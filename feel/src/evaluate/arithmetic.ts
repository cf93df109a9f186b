import type { ArithmeticOperator } from '../syntax/node.ts';
import { add, divide, fromInt, isNumber, multiply, power, subtract, toInt, type FeelNumber } from '../values/number.ts';
import { EngineFailure } from '../signals.ts';
import {
  FeelDateTime,
  FeelDuration,
  FeelMonths,
  FeelTime,
  isDate,
  isLocalDateTime,
  isLocalTime,
  localAt,
  localNanos,
  nanosOfDay,
  plusNanos,
  withinCalendar,
} from '../values/temporal.ts';
import { isString, type FeelValue } from '../values/value.ts';
import type { Budget } from '../budget.ts';

/** Calculates; undefined where the types do not fit. */
export function calculate(
  a: FeelValue,
  operator: ArithmeticOperator,
  b: FeelValue,
  budget: Budget,
): FeelValue | undefined {
  if (isNumber(a) && isNumber(b)) return numbers(a, operator, b, budget);
  return withinCalendar(() => {
    switch (operator) {
      case '+':
        return plus(a, b, budget);
      case '-':
        return minus(a, b);
      case '*':
        return times(a, b);
      case '/':
        return over(a, b);
      case '**':
        return undefined;
      default:
        return operator satisfies never;
    }
  });
}

function numbers(a: FeelNumber, operator: ArithmeticOperator, b: FeelNumber, budget: Budget): FeelNumber | undefined {
  budget.make(32 + a.precision() + b.precision());
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return b.signum() === 0 ? undefined : divide(a, b);
    case '**':
      return power(a, b);
    default:
      return operator satisfies never;
  }
}

function plus(a: FeelValue, b: FeelValue, budget: Budget): FeelValue | undefined {
  if (isString(a) && isString(b)) {
    budget.text(a.length + b.length);
    return a + b;
  }
  if (a instanceof FeelMonths && b instanceof FeelMonths) return new FeelMonths(a.months + b.months);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return new FeelDuration(a.nanos + b.nanos);
  return moved(a, b, 1) ?? moved(b, a, 1);
}

function minus(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (a instanceof FeelMonths && b instanceof FeelMonths) return new FeelMonths(a.months - b.months);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return new FeelDuration(a.nanos - b.nanos);
  return between(a, b) ?? moved(a, b, -1);
}

/** A date moves by whole days, a time round the clock; a moment in a region by time that passes, not by its clock. */
function moved(value: FeelValue, by: FeelValue, sign: 1 | -1): FeelValue | undefined {
  if (by instanceof FeelMonths) {
    const months = { months: sign * by.months };
    if (isDate(value) || isLocalDateTime(value)) return value.add(months);
    if (!(value instanceof FeelDateTime)) return undefined;
    return FeelDateTime.of(value.local.add(months), value.zone, value.offsetSeconds);
  }
  if (!(by instanceof FeelDuration)) return undefined;
  const nanos = BigInt(sign) * by.nanos;
  if (isDate(value)) return localAt(localNanos(value.toPlainDateTime()) + nanos).toPlainDate();
  if (isLocalDateTime(value)) return localAt(localNanos(value) + nanos);
  if (isLocalTime(value)) return plusNanos(value, nanos);
  if (value instanceof FeelTime) return new FeelTime(plusNanos(value.time, nanos), value.offsetSeconds, value.region);
  return value instanceof FeelDateTime ? FeelDateTime.at(value.epochNanos + nanos, value.zone) : undefined;
}

/** The time from `b` to `a`. Between two times with a zone it has no sign. */
function between(a: FeelValue, b: FeelValue): FeelDuration | undefined {
  if (isDate(a) && isDate(b)) {
    return new FeelDuration(localNanos(a.toPlainDateTime()) - localNanos(b.toPlainDateTime()));
  }
  if (isLocalDateTime(a) && isLocalDateTime(b)) return new FeelDuration(localNanos(a) - localNanos(b));
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return new FeelDuration(a.epochNanos - b.epochNanos);
  if (isLocalTime(a) && isLocalTime(b)) return new FeelDuration(nanosOfDay(a) - nanosOfDay(b));
  if (!(a instanceof FeelTime) || !(b instanceof FeelTime)) return undefined;
  const nanos = a.nanos - b.nanos;
  return new FeelDuration(nanos < 0n ? -nanos : nanos);
}

/** The engine takes the whole part of the factor. */
function times(a: FeelValue, b: FeelValue): FeelValue | undefined {
  const [duration, factor] = isNumber(a) ? [b, a] : [a, b];
  if (!isNumber(factor)) return undefined;
  if (duration instanceof FeelMonths) return new FeelMonths(duration.months * toInt(factor));
  return duration instanceof FeelDuration ? new FeelDuration(duration.nanos * BigInt(toInt(factor))) : undefined;
}

/** Days and times are divided in whole milliseconds, of which the engine counts 32 bits. */
function over(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (a instanceof FeelMonths && b instanceof FeelMonths) {
    return b.months === 0 ? undefined : fromInt(Math.trunc(a.months / b.months));
  }
  if (a instanceof FeelDuration && b instanceof FeelDuration) {
    if (b.nanos === 0n) return undefined;
    if (b.millis === 0n) throw new EngineFailure('A duration is divided by less than a millisecond.');
    return fromInt(a.millis / b.millis);
  }
  if (!isNumber(b) || b.signum() === 0) return undefined;
  if (a instanceof FeelMonths) return new FeelMonths(toInt(divide(fromInt(a.months), b)));
  if (!(a instanceof FeelDuration)) return undefined;
  return new FeelDuration(BigInt(toInt(divide(fromInt(a.millis), b))) * 1_000_000n);
}
