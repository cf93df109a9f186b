import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { FeelContext, type FeelFunction, type FeelValue } from '../values/value.ts';
import { fromInt, fromJsonNumber } from '../values/number.ts';
import type { Budget } from '../budget.ts';
import type { Names } from './scope.ts';

/** The variables of an evaluation; each becomes a value when it is first read. */
export class Variables implements Names {
  readonly #variables: JsonObject;
  readonly #functions: ReadonlyMap<string, readonly FeelFunction[]>;
  readonly #budget: Budget;
  readonly #read = new Map<string, FeelValue>();

  constructor(variables: JsonObject, functions: ReadonlyMap<string, readonly FeelFunction[]>, budget: Budget) {
    this.#variables = variables;
    this.#functions = functions;
    this.#budget = budget;
  }

  get(name: string): FeelValue | undefined {
    if (!Object.hasOwn(this.#variables, name)) return undefined;
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const value = fromJson(this.#variables[name] ?? null, this.#budget);
    this.#read.set(name, value);
    return value;
  }

  functions(name: string): readonly FeelFunction[] {
    return this.#functions.get(name) ?? [];
  }
}

/** The value of a variable; a bigint is an integer that a JavaScript number would round. */
export function fromJson(json: Json | bigint, budget: Budget): FeelValue {
  if (typeof json === 'bigint') return fromInt(json);
  if (typeof json === 'number') return fromJsonNumber(json);
  if (typeof json !== 'object' || json === null) return json;
  return budget.within(() => {
    if (Array.isArray(json)) {
      budget.make(json.length * 16);
      return json.map((item) => fromJson(item, budget));
    }
    const entries = Object.entries(json);
    budget.make(entries.length * 64);
    return new FeelContext(new Map(entries.map(([key, value]) => [key, fromJson(value, budget)])));
  });
}
