import {
  checkExternalId,
  checkRoleArn,
  EVENT_RULES,
  type EventRule,
  type EventRuleId,
} from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';
import type { Fix } from '../fix/fix.ts';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { isEmpty, knownText, valueOf } from '../model/value.ts';
import { eventIssues, type EventIssue } from './event-issues.ts';
import { removeField, setField, setValue } from './fields.ts';
import { meansFeel } from './missing-equals.ts';
import type { RuleFinding, Rule } from './rule.ts';

/** What a diagram adds to a rule that the event's own check has already. */
interface Addition {
  /** Further inputs that must be known before the finding is certain. */
  readonly needs?: readonly string[];
  /** True for a text of which another rule says something better. */
  readonly unless?: (field: TaskField) => boolean;
  /** The fix, where it is more than the text that the check proposes. */
  readonly fix?: (found: EventIssue) => Fix | undefined;
  /** Finds the issues, where the check of the whole event does not: they are of one input. */
  readonly issues?: (task: EventTask) => readonly EventIssue[];
}

/** A global endpoint chooses the region itself. */
const WHERE_TO = ['configuration.region', 'input.eventBusName', 'configuration.endpointId'];

const ADDITIONS: Partial<Readonly<Record<EventRuleId, Addition>>> = {
  'detail-not-json': { unless: meansFeel },
  'trace-header-empty': {
    fix: () => ({
      title: 'Remove the trace header',
      edits: [removeField({ place: 'input', name: 'input.traceHeader' })],
    }),
  },
  'role-arn-format': { issues: (task) => issuesOf(task, 'authentication.roleArn', checkRoleArn) },
  'external-id-format': { issues: (task) => issuesOf(task, 'authentication.externalId', checkExternalId) },
  'event-bus-region': { needs: WHERE_TO },
  'event-bus-arn-region': { needs: WHERE_TO },
};

/**
 * A rule that an event's own check has already: id, title, severity, limit and message are the event's. Parts of the
 * event that are not known count as nothing.
 */
export function eventRule(id: EventRuleId): Rule {
  const { title, severity, ofEmptyField = false }: EventRule = EVENT_RULES[id];
  const { needs = [], unless, fix = proposedFix, issues } = ADDITIONS[id] ?? {};
  return {
    id,
    title,
    severity,
    scope: 'task',
    ofEmptyField,
    check: (task): readonly RuleFinding[] =>
      (issues?.(task) ?? eventIssues(task, id, needs)).flatMap((found) => {
        const { issue, field } = found;
        if (field && unless?.(field) === true) return [];
        const made = fix(found);
        return [
          { message: issue.message, field: issue.field, ...(field && { at: field }), ...(made && { fix: made }) },
        ];
      }),
  };
}

function proposedFix({ issue, field }: EventIssue): Fix | undefined {
  if (!issue.fix) return undefined;
  return field
    ? setValue(issue.fix.title, field, issue.fix.value)
    : setField(issue.fix.title, { place: 'input', name: issue.field }, issue.fix.value);
}

/** What the check of one input says of its text, where the task has one. */
function issuesOf(task: EventTask, name: string, check: (value: string) => readonly Issue[]): readonly EventIssue[] {
  const value = valueOf(task, name);
  const text = knownText(value);
  if (value.kind !== 'known' || text === undefined || isEmpty(value)) return [];
  return check(text).map((issue) => ({ issue, field: value.field }));
}
