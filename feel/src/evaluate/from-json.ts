import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { FeelContext, type ContextValues, type FeelFunction, type FeelValue } from '../values/value.ts';
import { fromInt, fromJsonNumber } from '../values/number.ts';
import type { Budget } from '../budget.ts';
import type { Names } from './scope.ts';

/** The variables of an evaluation. */
export class Variables implements Names {
  readonly #variables: JsonValues;
  readonly #functions: ReadonlyMap<string, readonly FeelFunction[]>;

  constructor(variables: JsonObject, functions: ReadonlyMap<string, readonly FeelFunction[]>, budget: Budget) {
    this.#variables = new JsonValues(variables, budget);
    this.#functions = functions;
  }

  get(name: string): FeelValue | undefined {
    return this.#variables.get(name);
  }

  functions(name: string): readonly FeelFunction[] {
    return this.#functions.get(name) ?? [];
  }
}

/** The members of an object; each becomes a value when it is first read: an expression reads few of what is there. */
class JsonValues implements ContextValues {
  readonly #json: JsonObject;
  readonly #budget: Budget;
  readonly #read = new Map<string, FeelValue>();

  constructor(json: JsonObject, budget: Budget) {
    this.#json = json;
    this.#budget = budget;
  }

  get size(): number {
    return this.keys().length;
  }

  keys(): string[] {
    return Object.keys(this.#json);
  }

  get(key: string): FeelValue | undefined {
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.#json, key)) return undefined;
    const value = fromJson(this.#json[key] ?? null, this.#budget);
    this.#read.set(key, value);
    return value;
  }

  *[Symbol.iterator](): Generator<readonly [string, FeelValue]> {
    for (const key of this.keys()) yield [key, this.get(key) ?? null];
  }
}

/** The value of a variable; a bigint is an integer that a JavaScript number would round. */
export function fromJson(json: Json | bigint, budget: Budget): FeelValue {
  if (typeof json === 'bigint') return fromInt(json);
  if (typeof json === 'number') return fromJsonNumber(json);
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) {
    return budget.within(() => {
      budget.make(json.length * 16);
      return json.map((item) => fromJson(item, budget));
    });
  }
  const values = new JsonValues(json, budget);
  budget.make(values.size * 64);
  return new FeelContext(values);
}
