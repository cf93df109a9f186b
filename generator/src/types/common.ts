import type { Binding } from '../bindings/index.ts';
import type { Condition, Constraints, JobValue } from '../job-input/index.ts';

/** What every property may say. Texts are shown in the modeler; `reference` goes to the reference page alone. */
export interface CommonSpec {
  /** Where the value lands in the diagram. */
  readonly binding: Binding;
  readonly label?: string;
  /** Shown under the field. May hold links: `<a href="https://..." target="_blank">...</a>`. */
  readonly description?: string;
  /** Shown when the mouse rests on the label. */
  readonly tooltip?: string;
  /** Id of the group that holds the field; without one it stands above the groups. */
  readonly group?: string;
  /** The property exists only while this holds; else the modeler removes its value from the diagram. */
  readonly condition?: Condition;
  readonly constraints?: Constraints;
  /** True: an empty field leaves nothing in the diagram. Never together with `notEmpty`. */
  readonly optional?: boolean;
  /** False: shown, but not to be edited. */
  readonly editable?: boolean;
  /** True: the value must not be shown to anybody; it never stands in a message, and it must have no default. */
  readonly secret?: boolean;
  /** What a job carries for it, where that is not what the control suggests; `JobInput` and `parseJobInput` follow. */
  readonly job?: JobValue<unknown>;
  /** The value that `parseJobInput` assumes where a job has none: for jobs of older templates. */
  readonly whenMissing?: string | number | boolean;
  readonly reference?: PropertyReference;
}

/** What the reference page says about a property beyond its JSON. */
export interface PropertyReference {
  /** What to enter, a noun phrase; default: what the job value expects. */
  readonly accepts?: string;
  readonly limits?: readonly Limit[];
  /** A value to copy. */
  readonly example?: string;
  /** More Markdown, after the table of facts. */
  readonly notes?: string;
}

/** A limit and where it is written. */
export interface Limit {
  /** For example `1 to 1,600 characters`. */
  readonly text: string;
  /** Address of the page that says so. */
  readonly source?: string;
}

export interface GeneratedValue {
  readonly type: 'uuid';
}

/** FEEL of a text field: a switch in the field, or always. */
export type TextFeel = 'optional' | 'required';

/** FEEL of a number or a checkbox: `static` writes the plain value as an expression. */
export type ValueFeel = 'optional' | 'required' | 'static';
