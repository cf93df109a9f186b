import type { AnyProperty } from '../types/registry.ts';
import { type Choice, type DropdownSpec, dropdown } from '../types/dropdown.ts';
import type { Checked, NotAChoice, Property } from '../types/checked.ts';
import { type EqualsCondition } from '../job-input/index.ts';
import { equals } from './conditions.ts';
import { type Conditional, when } from './when.ts';

type Properties = Readonly<Record<string, AnyProperty>>;

/** One choice and the properties that exist only with it. */
export interface VariantSpec {
  /** What the user sees. */
  readonly name: string;
  readonly condition?: Choice['condition'];
  readonly properties?: Properties;
}

/** A dropdown whose choices come from its variants, by value in the order of the list. */
export interface VariantsSpec extends Omit<DropdownSpec, 'choices'> {
  readonly variants: Readonly<Record<string, VariantSpec>>;
}

type VariantOf<S> = S extends { readonly variants: infer V } ? V : never;

type ChoiceOf<V> = {
  readonly [K in keyof V]: { readonly name: string; readonly value: K & string } & (V[K] extends {
    readonly condition: infer C;
  }
    ? { readonly condition: C }
    : unknown);
}[keyof V];

type ChoiceList<V> = readonly [ChoiceOf<V>, ...ChoiceOf<V>[]];

type DropdownOf<S> = Property<
  'Dropdown',
  { readonly [K in Exclude<keyof S, 'variants'>]: S[K] } & { readonly choices: ChoiceList<VariantOf<S>> },
  keyof VariantOf<S> & string
>;

type PropertiesIn<V> = V extends { readonly properties: infer P } ? P : unknown;

type ToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void ? I : never;

type VariantProperties<Id extends string, V> = ToIntersection<
  {
    [K in keyof V]: Conditional<
      { readonly type: 'simple'; readonly property: Id; readonly equals: K & string },
      PropertiesIn<V[K]>
    >;
  }[keyof V]
>;

/** The default and the value assumed are variants. */
type CheckedValues<S, Values> = {
  readonly [M in keyof S & ('value' | 'whenMissing')]: S[M] extends Values ? unknown : NotAChoice<S[M], Values>;
};

/**
 * A dropdown and, for each of its choices, the properties that exist only while it is chosen. Spread the result into the
 * template's properties: the dropdown comes first, then each variant's properties.
 *
 * @param id id of the dropdown
 */
export function variants<const Id extends string, const S extends VariantsSpec>(
  id: Id,
  spec: S & Checked<S, VariantsSpec> & CheckedValues<S, keyof VariantOf<S>>,
): { readonly [K in Id]: DropdownOf<S> } & VariantProperties<Id, VariantOf<S>> {
  const { variants: byValue, ...rest } = spec as VariantsSpec;
  const choices = Object.entries(byValue).map(([value, { name, condition }]): Choice => ({
    name,
    value,
    ...(condition !== undefined && { condition }),
  }));
  const [first, ...others] = choices;
  if (first === undefined) throw new Error(`variants("${id}") has no variants: give it at least one`);
  const head = dropdown({ ...rest, choices: [first, ...others] });
  const blocks = Object.entries(byValue).map(([value, variant]) => {
    const condition: EqualsCondition = equals(id, value);
    return when(condition, variant.properties ?? {});
  });
  // The loops above make exactly what the mapped types say, which the compiler cannot follow.
  return Object.assign({ [id]: head }, ...blocks) as ReturnType<typeof variants<Id, S>>;
}
