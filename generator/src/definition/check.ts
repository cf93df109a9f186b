import type { BINDING_KINDS } from '../bindings/index.ts';
import type { ChoiceValues } from '../types/dropdown.ts';
import type {
  Listed,
  NotAChoiceOf,
  NotAValueOf,
  SelfReference,
  UnknownConfigurationTemplate,
  UnknownGroup,
  UnknownPreset,
  UnknownProperty,
  WrongElement,
  WrongType,
} from './errors.ts';

/**
 * Every cross-reference of a template, checked by the compiler: intersected with the definition, it asks nothing of
 * what is right, and of each wrong property a member that nothing has.
 */
export type CheckTemplate<T> = T extends { readonly properties: infer P }
  ? { readonly properties: CheckProperties<P, T> } & CheckPresets<P, T> & CheckSteps<T> & CheckConfigurationTemplates<T>
  : unknown;

/** Without literal ids there was a structural error already; do not add to it. */
type CheckProperties<P, T> = string extends keyof P
  ? unknown
  : { readonly [K in keyof P]: Demand<PropertyErrors<K & string, P[K], P, T>> };

type Demand<E> = [E] extends [never] ? unknown : E;

type PropertyErrors<Id extends string, S, P, T> =
  | GroupErrors<S, T>
  | ConditionErrors<Id, ConditionOf<S>, P>
  | ConditionErrors<Id, ChoiceConditionOf<S>, P>
  | BindingErrors<S, T>
  | ConfigurationErrors<S, T>;

type GroupErrors<S, T> = S extends { readonly group: infer G extends string }
  ? G extends KeysOf<T, 'groups'>
    ? never
    : UnknownGroup<G, Listed<KeysOf<T, 'groups'>>>
  : never;

/** Keys of the record that is the template's member, never without one. */
type KeysOf<T, Member extends string> = T extends { readonly [M in Member]: infer R } ? keyof R & string : never;

type ConditionOf<S> = S extends { readonly condition: infer C } ? Simple<C> : never;

type ChoiceConditionOf<S> = S extends { readonly choices: readonly (infer C)[] } ? ConditionOf<C> : never;

type Simple<C> = C extends { readonly allMatch: readonly (infer M)[] } ? M : C;

type ConditionErrors<Self extends string, C, P> = C extends { readonly property: infer Id extends string }
  ? Id extends Self
    ? SelfReference<Id>
    : Id extends keyof P
      ? ValueErrors<Id, ComparedValue<C>, P[Id]>
      : UnknownProperty<Id, Listed<keyof P & string>>
  : never;

type ComparedValue<C> = C extends { readonly equals: infer V }
  ? V
  : C extends { readonly oneOf: readonly (infer V)[] }
    ? V
    : never;

type Printable = string | number | boolean;

type ValueErrors<Id extends string, V, S> = V extends Printable
  ? S extends { readonly type: 'Dropdown' }
    ? V extends ChoiceValues<S>
      ? never
      : NotAChoiceOf<Id, `${V}`, Listed<ChoiceValues<S>>>
    : S extends { readonly type: 'Boolean' }
      ? KindErrors<Id, V, boolean, 'checkbox'>
      : S extends { readonly type: 'Number' }
        ? KindErrors<Id, V, number, 'number'>
        : never
  : never;

type KindErrors<Id extends string, V extends Printable, Wanted, Kind extends string> = V extends Wanted
  ? never
  : NotAValueOf<Id, `${V}`, Kind>;

type BindingErrors<S, T> = S extends { readonly type: infer Type extends string; readonly binding: infer B }
  ? RuleOf<B> extends infer R
    ? R extends { readonly types: readonly (infer Types extends string)[] }
      ? TypeErrors<B, Type, Types> | ElementErrors<B, ElementOf<T>, ElementsOf<R>>
      : never
    : never
  : never;

/** The schema's rule for exactly this binding. */
type RuleOf<B> = B extends { readonly type: infer N extends keyof typeof BINDING_KINDS }
  ? Applicable<(typeof BINDING_KINDS)[N]['rules'][number], B>
  : never;

type Applicable<R, B> = R extends { readonly when: readonly (infer W)[] }
  ? B extends { readonly property: W }
    ? R
    : never
  : R;

type ElementsOf<R> = R extends { readonly elements: readonly (infer E extends string)[] } ? E : string;

type TypeErrors<B, Type extends string, Allowed extends string> = Type extends Allowed
  ? never
  : WrongType<BindingName<B>, Type, Listed<Allowed>>;

type ElementErrors<B, Element extends string, Allowed extends string> = Element extends Allowed
  ? never
  : WrongElement<BindingName<B>, Element, Listed<Allowed>>;

type BindingName<B> = B extends { readonly type: infer N extends string } ? N : never;

/** What the element is once the template is applied. */
type ElementOf<T> = T extends { readonly elementType: { readonly value: infer E extends string } }
  ? E
  : T extends { readonly appliesTo: readonly (infer E extends string)[] }
    ? E
    : never;

type ConfigurationErrors<S, T> = S extends { readonly configurationTemplate: infer Id extends string }
  ? Id extends KeysOf<T, 'configurationTemplates'>
    ? never
    : UnknownConfigurationTemplate<Id, Listed<KeysOf<T, 'configurationTemplates'>>>
  : never;

type CheckPresets<P, T> = T extends { readonly presets: infer Presets }
  ? {
      readonly presets: {
        readonly [K in keyof Presets]: {
          readonly [Id in keyof Presets[K]]: Demand<
            Id extends keyof P
              ? ValueErrors<Id & string, Presets[K][Id], P[Id]>
              : UnknownProperty<Id & string, Listed<keyof P & string>>
          >;
        };
      };
    }
  : unknown;

type CheckSteps<T> = T extends { readonly steps: infer Steps }
  ? { readonly steps: { readonly [I in keyof Steps]: Demand<StepErrors<Steps[I], KeysOf<T, 'presets'>>> } }
  : unknown;

type StepErrors<Step, Presets extends string> = Step extends { readonly presetId: infer Id extends string }
  ? Id extends Presets
    ? never
    : UnknownPreset<Id, Listed<Presets>>
  : Step extends { readonly steps: readonly (infer Inner)[] }
    ? StepErrors<Inner, Presets>
    : never;

type CheckConfigurationTemplates<T> = T extends { readonly configurationTemplates: infer Templates }
  ? {
      readonly configurationTemplates: {
        readonly [K in keyof Templates]: Templates[K] extends { readonly properties: infer P }
          ? { readonly properties: CheckConfigurationProperties<P, Templates[K]> }
          : unknown;
      };
    }
  : unknown;

type CheckConfigurationProperties<P, T> = string extends keyof P
  ? unknown
  : {
      readonly [K in keyof P]: Demand<
        | (T extends { readonly groups: object } ? GroupErrors<P[K], T> : never)
        | ConditionErrors<K & string, ConditionOf<P[K]>, P>
        | ConditionErrors<K & string, ChoiceConditionOf<P[K]>, P>
      >;
    };
