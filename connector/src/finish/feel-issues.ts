import type { FeelWarning } from 'camunda-feel';
import type { NoValue } from '../feel.ts';
import type { Issue } from '@eventbridge-kit/issue';

/** Problems at run time: FEEL goes on with null, so they are warnings. */
export function warningIssues(field: string, warnings: readonly FeelWarning[]): Issue[] {
  return warnings.map(({ message, from }) => ({
    rule: 'feel-warning',
    severity: 'warning',
    field,
    message: `${message} (at character ${from + 1})`,
  }));
}

/** Why an expression gave no value. */
export function noValueIssue(field: string, what: string, result: NoValue): Issue {
  return {
    rule: `feel-${result.status}`,
    severity: 'error',
    field,
    message: `${what} cannot be evaluated: ${ended(result.message)}${place(result)} Correct the expression.`,
  };
}

function place(result: NoValue): string {
  const position = result.status === 'failed' ? result.position : undefined;
  return position === undefined ? '' : ` It is about character ${position.from + 1}.`;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
