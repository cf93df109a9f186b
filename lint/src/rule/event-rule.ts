import type { Severity } from '@eventbridge-kit/connector';
import type { Fix } from '../fix/fix.ts';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { eventIssues, type EventIssue } from './event-issues.ts';
import { setField, setValue } from './fields.ts';
import type { Finding, Rule } from './rule.ts';

interface EventRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Further inputs that must be known before the finding is certain. */
  readonly needs?: readonly string[];
  /** True for a text of which another rule says something better. */
  readonly unless?: (field: TaskField) => boolean;
  /** The mend, where it is more than the text that the check proposes. */
  readonly fix?: (found: EventIssue, task: EventTask) => Fix | undefined;
}

/** A rule that an event's own check has already: the id, the limit and the message are the check's. */
export function eventRule<const R extends EventRule>({ fix = proposedFix, needs = [], unless, ...rule }: R) {
  return {
    ...rule,
    scope: 'task',
    check: (task: EventTask): readonly Finding[] =>
      eventIssues(task, rule.id, needs).flatMap((found) => {
        const { issue, field } = found;
        if (field && unless?.(field) === true) return [];
        const mend = fix(found, task);
        return [
          { message: issue.message, field: issue.field, ...(field && { at: field }), ...(mend && { fix: mend }) },
        ];
      }),
  } as const satisfies Rule;
}

function proposedFix({ issue, field }: EventIssue): Fix | undefined {
  if (!issue.fix) return undefined;
  return field
    ? setValue(issue.fix.title, field, issue.fix.value)
    : setField(issue.fix.title, { place: 'input', name: issue.field }, issue.fix.value);
}
