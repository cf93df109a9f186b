import { text } from '../job-input/index.ts';
import type { Checked, Property } from './checked.ts';
import type { CommonSpec, GeneratedValue, TextFeel } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A text field of one line. */
export interface StringSpec extends CommonSpec {
  readonly value?: string;
  readonly generatedValue?: GeneratedValue;
  readonly feel?: TextFeel;
  /** Shown while the field is empty. */
  readonly placeholder?: string;
}

/** A text field of one line. */
export function string<const S extends StringSpec>(spec: S & Checked<S, StringSpec>): Property<'String', S, string> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: text(), ...spec, type: 'String' } as unknown as Property<'String', S, string>;
}

export const stringKind: PropertyKind = { type: 'String', control: 'text field', visible: true, job: text };
