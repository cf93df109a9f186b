import type { ResultType } from './data.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { isNumber } from '../values/number.ts';
import {
  FeelContext,
  FeelError,
  FeelFunction,
  type FeelValue,
  type Outcome,
  isBoolean,
  isList,
  isString,
  typeOf,
} from '../values/value.ts';

/** One way to call a function. */
export interface Overload {
  readonly parameters: readonly string[];
  /** The last parameter takes all arguments that are left. */
  readonly takesMore?: true;
  /** Undefined where the arguments are of the wrong types. */
  readonly invoke: (args: readonly FeelValue[], evaluation: Evaluation) => Outcome | undefined;
}

/** A function that every expression can call. */
export interface Builtin {
  readonly overloads: readonly Overload[];
  /** Absent where it may be of any type. */
  readonly result?: ResultType;
  /** First version of Camunda that has it; absent where every one of Camunda 8 does. */
  readonly since?: string;
}

export type Builtins = Readonly<Record<string, Builtin>>;

export type Guard<T extends FeelValue> = (value: FeelValue) => value is T;

type Guarded<G extends readonly Guard<FeelValue>[]> = { [K in keyof G]: G[K] extends Guard<infer T> ? T : never };

/** A way to call a function with arguments of certain types. */
export function on<const G extends readonly Guard<FeelValue>[]>(
  parameters: readonly string[],
  guards: G,
  body: (args: Guarded<G>, evaluation: Evaluation) => Outcome | undefined,
): Overload {
  return {
    parameters,
    invoke: (args, evaluation) => {
      const fits = guards.every((guard, index) => guard(args[index] ?? null));
      // the guards have just told the types
      return fits ? body(args as unknown as Guarded<G>, evaluation) : undefined;
    },
  };
}

/** A way to call a function with any number of arguments, or with one list. */
export function onAll(
  parameter: string,
  body: (list: readonly FeelValue[], evaluation: Evaluation) => Outcome | undefined,
): Overload {
  return { ...on([parameter], [isList], ([list], evaluation) => body(list, evaluation)), takesMore: true };
}

export const any: Guard<FeelValue> = (value): value is FeelValue => typeof value !== 'undefined';
export const nothing: Guard<null> = (value): value is null => value === null;
export const text: Guard<string> = isString;
export const number = isNumber as Guard<Extract<FeelValue, { precision(): number }>>;
export const truth: Guard<boolean> = isBoolean;
export const list: Guard<readonly FeelValue[]> = isList;
export const context: Guard<FeelContext> = (value): value is FeelContext => value instanceof FeelContext;
export const callable: Guard<FeelFunction> = (value): value is FeelFunction => value instanceof FeelFunction;

export function either<A extends FeelValue, B extends FeelValue>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

/** An error that says what was wrong; the call gives null. */
export function error(message: string): FeelError {
  return new FeelError(message);
}

/** A function that belongs to one evaluation. */
export function bind({ parameters, takesMore, invoke }: Overload, evaluation: Evaluation): FeelFunction {
  return new FeelFunction(
    parameters,
    (args) => {
      evaluation.budget.step();
      const result = invoke(args, evaluation);
      return result === undefined ? error(`Illegal arguments: ${args.map(typeOf).join(', ') || 'none'}.`) : result;
    },
    takesMore === true,
  );
}
