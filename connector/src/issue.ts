/** How much an issue matters: an error stops the task, a warning may, information never does. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One mistake of a user, as a value. The message follows one formula: what is wrong, what was found, what to write
 * instead. A value of a secret field never stands in it.
 */
export interface Issue {
  /** Stable id of the rule that found it, kebab-case, for example `source-reserved`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Input name of the field, for example `input.source`; a header's name for headers; `''` for the whole task. */
  readonly field: string;
  readonly message: string;
  /** The text to put into the field instead, where it can be known. */
  readonly fix?: IssueFix;
}

/** A mend that needs no thought: the field's whole new text. */
export interface IssueFix {
  /** What the button says, for example `Replace with eu-central-1`. */
  readonly title: string;
  readonly value: string;
}
