import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { Unknown } from '../signals.ts';
import { FeelContext, type FeelValue, isBoolean, isList, isString } from '../values/value.ts';
import { temporalText } from '../values/format-temporal.ts';
import { isNumber, isWhole, toLong, type FeelNumber } from '../values/number.ts';
import { isTemporal } from '../values/temporal.ts';
import type { Budget } from '../budget.ts';

/**
 * A value as the engine stores it in a variable: temporal values as text, functions and ranges not at all.
 *
 * @param exactIntegers see `EvaluateOptions`
 */
export function toJson(value: FeelValue, budget: Budget, exactIntegers: boolean): Json {
  budget.step();
  if (value === null || isBoolean(value)) return value;
  if (isString(value)) return wellFormed(value);
  if (isNumber(value)) return exactIntegers ? exactNumber(value) : jsonNumber(value);
  if (isTemporal(value)) return temporalText(value, 'json');
  if (isList(value)) return budget.within(() => value.map((item) => toJson(item, budget, exactIntegers)));
  if (!(value instanceof FeelContext)) return null;
  return budget.within(() => {
    const object: JsonObject = {};
    for (const key of value.keys) setOwn(object, key, toJson(value.get(key) ?? null, budget, exactIntegers));
    return object;
  });
}

/** A whole number is one of 64 bits, whatever is above cut off; any other a double. */
export function jsonNumber(value: FeelNumber): number {
  return isWhole(value) ? Number(toLong(value)) : value.numberValue();
}

/** Whoever asks for exact integers knows of the bigint, which `Json` does not name. */
function exactNumber(value: FeelNumber): Json {
  if (!isWhole(value)) return value.numberValue();
  const long = toLong(value);
  const rounded = Number(long);
  return Number.isSafeInteger(rounded) ? rounded : (long as unknown as Json);
}

function wellFormed(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new Unknown('Half a character has no text in the engine.');
  return text;
}

/** Whatever the name is: `__proto__` becomes a plain key and reaches no prototype. */
function setOwn(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}
