import type { SimpleCondition } from '../job-input/index.ts';

/** Holds while the property has exactly this value. */
export function equals<const P extends string, const V extends string | number | boolean>(
  property: P,
  value: V,
): { readonly type: 'simple'; readonly property: P; readonly equals: V } {
  return {
    type: 'simple',
    property,
    equals: value,
  };
}

/** Holds while the property has one of these values. */
export function oneOf<const P extends string, const V extends readonly (string | number)[]>(
  property: P,
  values: V,
): { readonly type: 'simple'; readonly property: P; readonly oneOf: V } {
  return {
    type: 'simple',
    property,
    oneOf: values,
  };
}

/** Holds while the property itself exists, that is while its own condition holds; or, with false, while it does not. */
export function isActive<const P extends string, const A extends boolean = true>(
  property: P,
  active?: A,
): { readonly type: 'simple'; readonly property: P; readonly isActive: A } {
  return {
    type: 'simple',
    property,
    isActive: (active ?? true) as A, // the default of the type parameter
  };
}

/** Holds while the property has no value; or, with false, while it has one. Needs a modeler of 2026 or newer. */
export function isEmpty<const P extends string, const E extends boolean = true>(
  property: P,
  empty?: E,
): { readonly type: 'simple'; readonly property: P; readonly isEmpty: E } {
  return {
    type: 'simple',
    property,
    isEmpty: (empty ?? true) as E, // the default of the type parameter
  };
}

/** Holds while all of them hold. */
export function allMatch<const C extends readonly [SimpleCondition, ...SimpleCondition[]]>(
  ...conditions: C
): { readonly allMatch: C } {
  return { allMatch: conditions };
}
