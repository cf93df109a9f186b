import { message, type MessageParts } from './message.ts';

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

/** A fix that needs no thought: the field's whole new text. */
interface IssueFix {
  /** What the button says, for example `Replace with eu-central-1`. */
  readonly title: string;
  readonly value: string;
}

/** An issue whose message is in the one formula; `severity` is `error` where it is absent. */
export function issue({
  wrong,
  found,
  instead,
  severity = 'error',
  ...rest
}: Omit<Issue, 'message' | 'severity'> & MessageParts & { readonly severity?: Severity }): Issue {
  return { ...rest, severity, message: message({ wrong, found, instead }) };
}

/** Several issues as one readable message: each field once with its message, errors before warnings. */
export function issueText(issues: readonly Issue[]): string {
  const order = { error: 0, warning: 1, info: 2 } as const;
  const sorted = issues.toSorted((a, b) => order[a.severity] - order[b.severity]);
  return sorted.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('\n');
}
