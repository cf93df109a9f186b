import { anyJson, flag, text } from '../job-input/index.ts';
import type { Json } from '../job-input/index.ts';
import type { Checked, HiddenWithoutValue, Property } from './checked.ts';
import type { CommonSpec, GeneratedValue } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A value that the template sets and nobody sees. */
export interface HiddenSpec extends CommonSpec {
  readonly value?: string | boolean;
  readonly generatedValue?: GeneratedValue;
}

/** An optional one may get its value from a preset; what makes a user task a Camunda user task has none. */
type WithValue<S> = S extends
  | { readonly value: unknown }
  | { readonly generatedValue: unknown }
  | { readonly optional: true }
  | { readonly binding: { readonly type: 'zeebe:userTask' } }
  ? unknown
  : { readonly value: HiddenWithoutValue };

/** A hidden FEEL expression may give anything; other hidden values are what they are. */
type HiddenValue<S> = S extends { readonly value: `=${string}` }
  ? Json
  : S extends { readonly value: boolean }
    ? boolean
    : string;

function hiddenValue(value: Json | undefined) {
  if (typeof value === 'boolean') return flag();
  return typeof value === 'string' && value.startsWith('=') ? anyJson() : text();
}

/** A value that the template sets and nobody sees. */
export function hidden<const S extends HiddenSpec>(
  spec: S & Checked<S, HiddenSpec> & WithValue<S>,
): Property<'Hidden', S, HiddenValue<S>> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: hiddenValue(spec.value), ...spec, type: 'Hidden' } as unknown as Property<'Hidden', S, HiddenValue<S>>;
}

export const hiddenKind: PropertyKind = {
  type: 'Hidden',
  control: 'hidden',
  visible: false,
  job: ({ value }) => hiddenValue(value),
};
