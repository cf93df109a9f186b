import { numeric } from '../job-input/index.ts';
import type { Checked, Property } from './checked.ts';
import type { CommonSpec, GeneratedValue, ValueFeel } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A number field. */
export interface NumberSpec extends CommonSpec {
  /** A number, or FEEL that starts with `=`. */
  readonly value?: number | `=${string}`;
  readonly generatedValue?: GeneratedValue;
  readonly feel?: ValueFeel;
}

/** A number field. */
export function number<const S extends NumberSpec>(spec: S & Checked<S, NumberSpec>): Property<'Number', S, number> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: numeric(), ...spec, type: 'Number' } as unknown as Property<'Number', S, number>;
}

export const numberKind: PropertyKind = { type: 'Number', control: 'number field', visible: true, job: numeric };
