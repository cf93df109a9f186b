import { isNumber, type FeelNumber } from './number.ts';
import { scalaOrder } from './scala-order.ts';
import {
  FeelDateTime,
  FeelDuration,
  FeelMonths,
  FeelTime,
  isDate,
  isLocalDateTime,
  isLocalTime,
  type FeelTemporal,
} from './temporal.ts';

/** A value of FEEL. */
export type FeelValue =
  null | boolean | string | FeelNumber | FeelTemporal | FeelList | FeelContext | FeelRange | FeelFunction;

export type FeelList = readonly FeelValue[];

/** What an evaluation gives: a value, or an error that most operations turn into null. */
export type Outcome = FeelValue | FeelError;

/** An error as a value. A fatal one is passed on by all operations: `?` where there is no input. */
export class FeelError {
  readonly message: string;
  readonly fatal: boolean;

  constructor(message: string, fatal = false) {
    this.message = message;
    this.fatal = fatal;
  }
}

const NO_FUNCTIONS: ReadonlyMap<string, readonly FeelFunction[]> = new Map();

/** The values of a context by their names, in order: the part of a map that is read. */
export interface ContextValues extends Iterable<readonly [string, FeelValue]> {
  readonly size: number;
  keys(): Iterable<string>;
  get(key: string): FeelValue | undefined;
}

/** A context: entries with values in order, and functions, which are called and never read. */
export class FeelContext {
  readonly #values: ContextValues;
  readonly #functions: ReadonlyMap<string, readonly FeelFunction[]>;

  constructor(values: ContextValues, functions: ReadonlyMap<string, readonly FeelFunction[]> = NO_FUNCTIONS) {
    this.#values = values;
    this.#functions = functions;
  }

  get size(): number {
    return this.#values.size;
  }

  get keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** Undefined where there is no such entry. */
  get(key: string): FeelValue | undefined {
    return this.#values.get(key);
  }

  functions(name: string): readonly FeelFunction[] {
    return this.#functions.get(name) ?? [];
  }

  /** Entries in the order in which the engine's functions go through them: with more than four, that of a hash table. */
  entries(): readonly (readonly [string, FeelValue])[] {
    const entries = [...this.#values];
    return entries.length > 4 ? scalaOrder(entries) : entries;
  }
}

export interface RangeEnd {
  readonly value: FeelValue;
  readonly closed: boolean;
}

export class FeelRange {
  readonly start: RangeEnd;
  readonly end: RangeEnd;

  constructor(start: RangeEnd, end: RangeEnd) {
    this.start = start;
    this.end = end;
  }
}

export class FeelFunction {
  readonly parameters: readonly string[];
  readonly invoke: (args: readonly FeelValue[]) => Outcome;
  /** The last parameter takes all arguments that are left, as a list. */
  readonly takesMore: boolean;

  constructor(parameters: readonly string[], invoke: (args: readonly FeelValue[]) => Outcome, takesMore = false) {
    this.parameters = parameters;
    this.invoke = invoke;
    this.takesMore = takesMore;
  }
}

export function isError(value: Outcome): value is FeelError {
  return value instanceof FeelError;
}
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}
export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
export function isList(value: unknown): value is FeelList {
  return Array.isArray(value);
}

/** Name of a value's type, as `instance of` and messages use it. */
export function typeOf(value: FeelValue): string {
  if (value === null) return 'null';
  if (isNumber(value)) return 'number';
  if (isString(value)) return 'string';
  if (isBoolean(value)) return 'boolean';
  if (isList(value)) return 'list';
  if (isDate(value)) return 'date';
  if (isLocalTime(value) || value instanceof FeelTime) return 'time';
  if (isLocalDateTime(value) || value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelMonths) return 'years and months duration';
  if (value instanceof FeelDuration) return 'days and time duration';
  if (value instanceof FeelRange) return 'range';
  return value instanceof FeelFunction ? 'function' : 'context';
}

/** The same, with times that have a zone and those that have none apart: only values of one kind have an order. */
export function kindOf(value: FeelValue): string {
  const type = typeOf(value);
  const isTime = type === 'time' || type === 'date and time';
  return isTime && (isLocalTime(value) || isLocalDateTime(value)) ? `local ${type}` : type;
}
