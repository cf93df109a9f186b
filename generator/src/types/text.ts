import { text as textValue } from '../job-input/index.ts';
import type { Checked, Property } from './checked.ts';
import type { CommonSpec, GeneratedValue, TextFeel } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A text field of several lines. */
export interface TextSpec extends CommonSpec {
  readonly value?: string;
  readonly generatedValue?: GeneratedValue;
  readonly feel?: TextFeel;
  /** Shown while the field is empty. */
  readonly placeholder?: string;
  /** Language that the modeler highlights, for example `json`. */
  readonly language?: string;
}

/** A text field of several lines. */
export function text<const S extends TextSpec>(spec: S & Checked<S, TextSpec>): Property<'Text', S, string> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: textValue(), ...spec, type: 'Text' } as unknown as Property<'Text', S, string>;
}

export const textKind: PropertyKind = { type: 'Text', control: 'text area', visible: true, job: textValue };
