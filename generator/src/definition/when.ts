import type { Condition, SimpleCondition } from '../job-input/index.ts';
import type { AnyProperty } from '../types/registry.ts';

type Properties = Readonly<Record<string, AnyProperty>>;

/** The conditions of both. */
type Both<Outer, Inner> = {
  readonly allMatch: readonly [...SimpleList<Outer>, ...SimpleList<Inner>];
};

type SimpleList<C> = C extends { readonly allMatch: infer L extends readonly unknown[] } ? L : readonly [C];

type WithCondition<S, C> = S extends { readonly condition: infer Own }
  ? { readonly [K in keyof S]: K extends 'condition' ? Both<C, Own> : S[K] }
  : { readonly [K in keyof S | 'condition']: K extends 'condition' ? C : S[K & keyof S] };

/** The same properties, each under the condition too. */
export type Conditional<C, P> = { readonly [K in keyof P]: WithCondition<P[K], C> };

function simpleList(condition: Condition): readonly SimpleCondition[] {
  return 'allMatch' in condition ? condition.allMatch : [condition];
}

function both(outer: Condition, inner: Condition | undefined): Condition {
  return inner === undefined ? outer : { allMatch: [...simpleList(outer), ...simpleList(inner)] };
}

/** Puts a condition on a block of properties; a property that has one of its own gets both. Spread the result. */
export function when<const C extends Condition, const P extends Properties>(
  condition: C,
  properties: P,
): Conditional<C, P> {
  return Object.fromEntries(
    Object.entries(properties).map(([id, property]) => [
      id,
      { ...property, condition: both(condition, property.condition) },
    ]),
  ) as unknown as Conditional<C, P>;
} // fromEntries forgets the keys
