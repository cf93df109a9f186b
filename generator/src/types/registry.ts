import type { JobValue } from '../job-input/index.ts';
import { type BooleanSpec, booleanKind } from './boolean.ts';
import { type ConfigurationSpec, configurationKind } from './configuration.ts';
import { type DropdownSpec, dropdownKind } from './dropdown.ts';
import { type HiddenSpec, hiddenKind } from './hidden.ts';
import { type NumberSpec, numberKind } from './number.ts';
import type { PropertyKind } from './property-kind.ts';
import { type StringSpec, stringKind } from './string.ts';
import { type TextSpec, textKind } from './text.ts';
import type { PropertyType } from '../type-names.ts';

interface Typed<T extends PropertyType> {
  readonly type: T;
  readonly job: JobValue<unknown>;
  /**
   * The id in the JSON where it is not the key: false for none, a text where the key is taken. Only templates that were
   * read from JSON have it; in a definition the key is the id.
   */
  readonly id?: string | false;
}

/** Any property, as its helper returns it. */
export type AnyProperty =
  | (StringSpec & Typed<'String'>)
  | (TextSpec & Typed<'Text'>)
  | (NumberSpec & Typed<'Number'>)
  | (BooleanSpec & Typed<'Boolean'>)
  | (DropdownSpec & Typed<'Dropdown'>)
  | (HiddenSpec & Typed<'Hidden'>)
  | (ConfigurationSpec & Typed<'Configuration'>);

/** The id of a property as conditions name it; undefined where it has none. */
export function propertyId(key: string, property: AnyProperty): string | undefined {
  return property.id === false ? undefined : (property.id ?? key);
}

/** Every kind by its name. */
export const PROPERTY_KINDS: { readonly [T in PropertyType]: PropertyKind } = {
  Boolean: booleanKind,
  Configuration: configurationKind,
  Dropdown: dropdownKind,
  Hidden: hiddenKind,
  Number: numberKind,
  String: stringKind,
  Text: textKind,
};
