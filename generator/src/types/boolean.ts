import { flag } from '../job-input/index.ts';
import type { Checked, Property } from './checked.ts';
import type { CommonSpec, ValueFeel } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A checkbox, or a switch with FEEL. */
export interface BooleanSpec extends CommonSpec {
  readonly value?: boolean;
  readonly feel?: ValueFeel;
}

/** A checkbox, or a switch with FEEL. */
export function boolean<const S extends BooleanSpec>(
  spec: S & Checked<S, BooleanSpec>,
): Property<'Boolean', S, boolean> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: flag(), ...spec, type: 'Boolean' } as unknown as Property<'Boolean', S, boolean>;
}

export const booleanKind: PropertyKind = { type: 'Boolean', control: 'checkbox', visible: true, job: flag };
