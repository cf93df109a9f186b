import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { Unknown } from '../signals.ts';
import { FeelContext, type FeelValue, isBoolean, isList, isString } from '../values/value.ts';
import { temporalText } from '../values/format-temporal.ts';
import { isNumber, isWhole, toLong, type FeelNumber } from '../values/number.ts';
import { isTemporal } from '../values/temporal.ts';
import type { Budget } from './budget.ts';

/** A value as the engine stores it in a variable: temporal values as text, functions and ranges not at all. */
export function toJson(value: FeelValue, budget: Budget): Json {
  budget.step();
  if (value === null || isBoolean(value)) return value;
  if (isString(value)) return wellFormed(value);
  if (isNumber(value)) return jsonNumber(value);
  if (isTemporal(value)) return temporalText(value, 'json');
  if (isList(value)) return budget.within(() => value.map((item) => toJson(item, budget)));
  if (!(value instanceof FeelContext)) return null;
  return budget.within(() => {
    const object: JsonObject = {};
    for (const key of value.keys) setOwn(object, key, toJson(value.get(key) ?? null, budget));
    return object;
  });
}

/** A whole number is one of 64 bits, whatever is above cut off; any other a double. */
export function jsonNumber(value: FeelNumber): number {
  return isWhole(value) ? Number(toLong(value)) : value.numberValue();
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
