/**
 * One mistake in the variables of a job, as a value. The message says what is wrong, what was found and what to write
 * instead; the value of a secret property never stands in it.
 */
export interface JobInputIssue {
  /** Which check found it. */
  readonly rule: JobInputRule;
  readonly severity: 'error';
  /** Name of the input, for example `authentication.type`. */
  readonly field: string;
  readonly message: string;
}

/** The checks of `parseJobInput`: stable ids. */
export type JobInputRule =
  'required' | 'wrong-type' | 'unknown-choice' | 'too-short' | 'too-long' | 'pattern-mismatch' | 'not-an-object';
