import type { FieldPlace } from '../model/job-task.ts';

/**
 * What would put an issue right, as data: whoever hosts the rules applies it, as one step that can be undone. A host looks the element up again
 * first: the diagram may have changed since the issue was found.
 */
export interface Fix {
  /** What a button says, for example `Replace with eu-central-1`. */
  readonly title: string;
  /** In order; all of them or none. */
  readonly edits: readonly Edit[];
}

/** One change of one task. */
export type Edit = SetField | RemoveField | RenameInput | SetRetries | SetJobType | ApplyTemplate | AddErrorBoundary;

/** Writes a mapping or a header; adds it where the task has none. */
export interface SetField {
  readonly kind: 'set-field';
  readonly place: FieldPlace;
  readonly name: string;
  /** The whole new text. */
  readonly text: string;
}

/** Removes a mapping or a header. */
export interface RemoveField {
  readonly kind: 'remove-field';
  readonly place: FieldPlace;
  readonly name: string;
  /** Which of several of the name, counted from 0; absent: all. */
  readonly occurrence?: number;
}

/** Gives an input mapping another target. */
export interface RenameInput {
  readonly kind: 'rename-input';
  readonly from: string;
  readonly to: string;
}

/** Writes the retries of the task definition. */
export interface SetRetries {
  readonly kind: 'set-retries';
  readonly text: string;
}

/** Writes the type of the task definition. */
export interface SetJobType {
  readonly kind: 'set-job-type';
  readonly jobType: string;
}

/** Applies an element template; values whose binding the template has are kept. */
export interface ApplyTemplate {
  readonly kind: 'apply-template';
  readonly templateId: string;
  /** Absent for a template without versions. */
  readonly version?: number;
}

/** Attaches a boundary event that catches this error code. */
export interface AddErrorBoundary {
  readonly kind: 'add-error-boundary';
  readonly errorCode: string;
}
