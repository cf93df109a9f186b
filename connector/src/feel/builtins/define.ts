import type { FeelWorld } from '../world.ts';
import type { FeelValue } from '../values.ts';

/**
 * A function as the library calls it. `$args` names its parameters: without them the library would read them from the
 * function's source text, which minifying changes.
 */
export type FeelFunction = ((...args: FeelValue[]) => FeelValue) & { readonly $args: readonly string[] };

export type FeelFunctions = Readonly<Record<string, FeelFunction>>;

/** What one evaluation brings: the world, and a bound for the work of its loops. */
export interface Evaluation {
  readonly world: FeelWorld;
  /** Counts work; throws when there is too much of it. */
  step(count: number): void;
}

/** The evaluation that goes on now: functions are made once, evaluations follow each other. */
export type Current = () => Evaluation;

type Guard<T> = (value: FeelValue) => value is T;

type Guarded<G extends readonly Guard<unknown>[]> = {
  readonly [K in keyof G]: G[K] extends Guard<infer T> ? T : never;
};

/** A function that gives null for arguments of other types than its guards ask for. */
export function define<const G extends readonly Guard<unknown>[]>(
  parameters: readonly string[],
  guards: G,
  body: (...args: Guarded<G>) => FeelValue,
): FeelFunction {
  const call = (...args: FeelValue[]): FeelValue => {
    const fits = args.length <= guards.length && guards.every((guard, index) => guard(args[index]));
    // The guards have just said so.
    return fits ? body(...(args as unknown as Guarded<G>)) : null;
  };
  return Object.assign(call, { $args: parameters });
}

/** A function of one list, given as such or element by element. */
export function defineVariadic(parameter: string, body: (values: readonly FeelValue[]) => FeelValue): FeelFunction {
  const call = (...args: FeelValue[]): FeelValue => {
    const [only] = args;
    return args.length === 0 ? null : body(args.length === 1 && Array.isArray(only) ? only : args);
  };
  return Object.assign(call, { $args: [`...${parameter}`] });
}

/** A type, or nothing where the argument is left out. */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

export function either<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}
