import type { JobValue } from '../job-input/index.ts';

/** Compile error: the helper does not know this member. */
export interface UnknownMember<Name, Known extends string> {
  readonly unknownMember: Name;
  readonly knownMembers: Known;
}

/** Compile error: of these two members only one may be given. */
export interface NotTogether<A extends string, B extends string> {
  readonly notTogether: readonly [A, B];
}

/** Compile error: the field is always FEEL, so its default starts with `=`. */
export interface NotFeel<Value> {
  readonly notFeel: Value;
}

/** Compile error: nobody can enter a hidden value; give it a `value` or a `generatedValue`. */
export interface HiddenWithoutValue {
  readonly hiddenWithoutValue: never;
}

/** Compile error: a secret's default is published with the template; only the name of a secret may be: `{{secrets.NAME}}`. */
export interface SecretWithDefault {
  readonly secretWithDefault: never;
}

/** Compile error: the value is not among the dropdown's choices. */
export interface NotAChoice<Value, Choices> {
  readonly notAChoice: Value;
  readonly choices: Choices;
}

/** What a spec must fulfil beyond its interface: no unknown members, no members that exclude each other. */
export type Checked<S, Spec> = {
  readonly [K in Exclude<keyof S, keyof Spec>]: UnknownMember<K, keyof Spec & string>;
} & Exclusive<S>;

type Exclusive<S> = (S extends { readonly value: unknown; readonly generatedValue: unknown }
  ? { readonly generatedValue: NotTogether<'value', 'generatedValue'> }
  : unknown) &
  (S extends { readonly optional: true; readonly constraints: { readonly notEmpty: true } }
    ? { readonly optional: NotTogether<'optional', 'notEmpty'> }
    : unknown) &
  (S extends { readonly secret: true; readonly value: infer V }
    ? V extends `{{secrets.${string}}}`
      ? unknown
      : { readonly value: SecretWithDefault }
    : unknown) &
  (S extends { readonly feel: 'required'; readonly value: infer V extends string }
    ? string extends V
      ? unknown
      : V extends `=${string}`
        ? unknown
        : { readonly value: NotFeel<V> }
    : unknown);

/** What a helper returns: the spec with its type and the value that a job carries. */
export type Property<Type extends string, S, Default> = {
  readonly [K in keyof S | 'type' | 'job']: K extends 'type'
    ? Type
    : K extends 'job'
      ? S extends { readonly job: infer J extends JobValue<unknown> }
        ? J
        : JobValue<Default>
      : S[K & keyof S];
};
