import { type Condition, oneOfTexts } from '../job-input/index.ts';
import type { Checked, NotAChoice, Property } from './checked.ts';
import type { CommonSpec } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** One choice of a dropdown. */
export interface Choice {
  /** What the user sees. */
  readonly name: string;
  /** What the diagram holds. */
  readonly value: string;
  /** The choice is offered only while this holds. */
  readonly condition?: Condition;
}

/** A list to choose from. */
export interface DropdownSpec extends CommonSpec {
  readonly choices: readonly [Choice, ...Choice[]];
  /** One of the choices' values. */
  readonly value?: string;
}

/** The values of the choices. */
export type ChoiceValues<S> = S extends { readonly choices: readonly { readonly value: infer V extends string }[] }
  ? V
  : never;

type CheckedValues<S> = (S extends { readonly value: infer V }
  ? V extends ChoiceValues<S>
    ? unknown
    : { readonly value: NotAChoice<V, ChoiceValues<S>> }
  : unknown) &
  (S extends { readonly whenMissing: infer V }
    ? V extends ChoiceValues<S>
      ? unknown
      : { readonly whenMissing: NotAChoice<V, ChoiceValues<S>> }
    : unknown);

/** A list to choose from. */
export function dropdown<const S extends DropdownSpec>(
  spec: S & Checked<S, DropdownSpec> & CheckedValues<S>,
): Property<'Dropdown', S, ChoiceValues<S>> {
  // The mapped return type adds exactly the two members that are added here.
  return {
    job: oneOfTexts(spec.choices.map((choice) => choice.value)),
    ...spec,
    type: 'Dropdown',
  } as unknown as Property<'Dropdown', S, ChoiceValues<S>>;
}

export const dropdownKind: PropertyKind = {
  type: 'Dropdown',
  control: 'dropdown',
  visible: true,
  job: ({ choices = [] }) => oneOfTexts(choices.map((choice) => choice.value)),
};
