import type { JobValue } from './values/job-value.ts';

/** When a property exists: a comparison with another property, or several that must all hold. */
export type Condition = SimpleCondition | AllMatchCondition;

export type SimpleCondition = EqualsCondition | OneOfCondition | IsActiveCondition | IsEmptyCondition;

export interface EqualsCondition {
  readonly type?: 'simple';
  readonly property: string;
  readonly equals: string | number | boolean;
}

export interface OneOfCondition {
  readonly type?: 'simple';
  readonly property: string;
  readonly oneOf: readonly (string | number)[];
}

export interface IsActiveCondition {
  readonly type?: 'simple';
  readonly property: string;
  readonly isActive: boolean;
}

export interface IsEmptyCondition {
  readonly type?: 'simple';
  readonly property: string;
  readonly isEmpty: boolean;
}

export interface AllMatchCondition {
  readonly allMatch: readonly SimpleCondition[];
}

/** What a value must fulfil. Lengths are UTF-16 code units, as the modeler counts them. */
export interface Constraints {
  /** The field must be filled in. */
  readonly notEmpty?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /**
   * A regular expression that must match somewhere in the text: anchor it. The modeler prints the message after the
   * field's label, so write `must be ...`.
   */
  readonly pattern?: string | { readonly value: string; readonly message?: string };
}

/** The part of a property that reading a job needs. */
export interface JobProperty {
  readonly type: string;
  readonly label?: string;
  readonly value?: string | number | boolean;
  readonly binding: { readonly type: string; readonly name?: string };
  readonly condition?: Condition;
  readonly constraints?: Constraints;
  /** Its value never stands in a message. */
  readonly secret?: boolean;
  /** The value to assume where the job has none: for jobs of older templates. */
  readonly whenMissing?: string | number | boolean;
  readonly job: JobValue<unknown>;
  /** What to enter, for messages; default: what the job value expects. */
  readonly reference?: { readonly accepts?: string; readonly example?: string };
}

/** The part of a definition that reading a job needs; `defineTemplate` gives more. */
export interface JobDefinition {
  readonly properties: Readonly<Record<string, JobProperty>>;
}
