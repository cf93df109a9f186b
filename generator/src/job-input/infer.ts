import type { ValueOf } from './values/job-value.ts';

/**
 * The type of a job's variables after `parseJobInput`, nested by the path of each input: `authentication.type` is
 * `input.authentication.type`. A property is present where it is required and unconditional; one that depends on a
 * dropdown of the same object makes that object a union over the dropdown's choices, so that comparing the dropdown
 * narrows it; any other conditional property is optional.
 */
export type JobInput<D extends { readonly properties: object }> = InputObject<D['properties'], ''>;

/** Name of the input that a property binds, never for other bindings. */
type InputName<S> = S extends {
  readonly binding: { readonly type: 'zeebe:input'; readonly name: infer N extends string };
}
  ? N
  : never;

/** The input name without the prefix, never where it lies elsewhere. */
type Rest<S, Prefix extends string> = WithoutPrefix<InputName<S>, Prefix>;

/** Takes the union's members one by one: of no name at all, inference would make any text. */
type WithoutPrefix<Name extends string, Prefix extends string> = Name extends `${Prefix}${infer R}` ? R : never;

/** Ids of the properties that are members of the object at the prefix itself. */
type LeafIds<P, Prefix extends string> = {
  [K in keyof P]-?: [Rest<P[K], Prefix>] extends [never]
    ? never
    : Rest<P[K], Prefix> extends `${string}.${string}`
      ? never
      : K;
}[keyof P];

/** Names of the objects inside the object at the prefix. */
type Heads<P, Prefix extends string> = { [K in keyof P]-?: HeadOf<Rest<P[K], Prefix>> }[keyof P];

type HeadOf<Path> = Path extends `${infer Head}.${string}` ? Head : never;

type ValueIn<S> = S extends { readonly job: infer V } ? ValueOf<V> : never;

/** True where a job that passes has the value whenever the property's condition holds. */
type IsFilled<S> = S extends { readonly constraints: { readonly notEmpty: true } }
  ? true
  : S extends { readonly whenMissing: string | number | boolean }
    ? true
    : false;

/** The id that a simple equality condition compares, never for other conditions. */
type ComparedId<S> = S extends { readonly condition: { readonly property: infer Id; readonly equals: unknown } }
  ? Id
  : S extends { readonly condition: { readonly property: infer Id; readonly oneOf: readonly unknown[] } }
    ? Id
    : never;

/** The values for which a simple equality condition holds. */
type ComparedValues<S> = S extends { readonly condition: { readonly equals: infer V } }
  ? V
  : S extends { readonly condition: { readonly oneOf: readonly (infer V)[] } }
    ? V
    : never;

type ChoicesOf<S> = S extends { readonly type: 'Dropdown'; readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : never;

/** Dropdowns among the leaves on which other leaves depend. */
type Discriminators<P, Leaves extends keyof P> = {
  [K in Leaves]: K extends { [L in Leaves]: ComparedId<P[L]> }[Leaves]
    ? [ChoicesOf<P[K]>] extends [never]
      ? never
      : K
    : never;
}[Leaves];

type DependentIds<P, Leaves extends keyof P, D> = {
  [K in Leaves]: ComparedId<P[K]> extends infer Id ? ([Id] extends [never] ? never : Id extends D ? K : never) : never;
}[Leaves];

type ActiveIds<P, Ids extends keyof P, Choice> = {
  [K in Ids]: Choice extends ComparedValues<P[K]> ? K : never;
}[Ids];

type FilledIds<P, Ids extends keyof P> = { [K in Ids]: IsFilled<P[K]> extends true ? K : never }[Ids];

type UnconditionalIds<P, Ids extends keyof P> = {
  [K in Ids]: P[K] extends { readonly condition: object } ? never : K;
}[Ids];

type Present<P, Ids extends keyof P, Prefix extends string> = {
  readonly [K in Ids as Rest<P[K], Prefix>]: ValueIn<P[K]>;
};

type Maybe<P, Ids extends keyof P, Prefix extends string> = {
  readonly [K in Ids as Rest<P[K], Prefix>]?: ValueIn<P[K]>;
};

type Absent<Names extends string> = { readonly [N in Names]?: never };

type NamesOf<P, Ids extends keyof P, Prefix extends string> = { [K in Ids]: Rest<P[K], Prefix> }[Ids];

/** The members that exist while the dropdown has this choice; the others of its dependents are undefined. */
type Variant<P, D extends keyof P, Dependents extends keyof P, Choice, Prefix extends string> = {
  readonly [K in D as Rest<P[K], Prefix>]: Choice;
} & VariantMembers<P, Dependents, ActiveIds<P, Dependents, Choice>, Prefix>;

type VariantMembers<P, Dependents extends keyof P, Active extends keyof P, Prefix extends string> = Present<
  P,
  FilledIds<P, Active>,
  Prefix
> &
  Maybe<P, Exclude<Active, FilledIds<P, Active>>, Prefix> &
  Absent<Exclude<NamesOf<P, Dependents, Prefix>, NamesOf<P, Active, Prefix>>>;

type VariantsOver<
  P,
  D extends keyof P,
  Dependents extends keyof P,
  Choice,
  Prefix extends string,
> = Choice extends unknown ? Variant<P, D, Dependents, Choice, Prefix> : never;

/** The variant of a dropdown that may have no value. */
type UnchosenVariant<P, D extends keyof P, Dependents extends keyof P, Prefix extends string> =
  D extends FilledIds<P, UnconditionalIds<P, D>> ? never : Absent<NamesOf<P, D | Dependents, Prefix>>;

/** One union per discriminating dropdown, all of them together. */
type Discriminated<P, Leaves extends keyof P, D extends keyof P, Prefix extends string> = [D] extends [never]
  ? unknown
  : UnionToIntersection<
        D extends unknown
          ? {
              readonly union:
                | VariantsOver<P, D, DependentIds<P, Leaves, D>, ChoicesOf<P[D]>, Prefix>
                | UnchosenVariant<P, D, DependentIds<P, Leaves, D>, Prefix>;
            }
          : never
      > extends { readonly union: infer U }
    ? U
    : never;

type UnionToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** Members that stand in no variant. */
type Plain<P, Ids extends keyof P, Prefix extends string> = Present<P, FilledIds<P, UnconditionalIds<P, Ids>>, Prefix> &
  Maybe<P, Exclude<Ids, FilledIds<P, UnconditionalIds<P, Ids>>>, Prefix>;

type Nested<P, Prefix extends string> = {
  readonly [H in Heads<P, Prefix>]: InputObject<P, `${Prefix}${H}.`>;
};

/** Ids of the leaves that stand in some variant: the discriminating dropdowns and what depends on them. */
type VariantIds<P, Leaves extends keyof P> =
  Discriminators<P, Leaves> | DependentIds<P, Leaves, Discriminators<P, Leaves>>;

type InputObject<P, Prefix extends string> = Members<P, LeafIds<P, Prefix>, Prefix> & Nested<P, Prefix>;

type Members<P, Leaves extends keyof P, Prefix extends string> = Flat<
  Plain<P, Exclude<Leaves, VariantIds<P, Leaves>>, Prefix> & Discriminated<P, Leaves, Discriminators<P, Leaves>, Prefix>
>;

/** One object type instead of an intersection, member by member of a union. */
type Flat<T> = T extends unknown ? { readonly [K in keyof T]: T[K] } : never;
