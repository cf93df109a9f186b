import type { Severity } from '@eventbridge-kit/issue';
import type { Diagram } from '../model/diagram.ts';
import type { EventTask, Family, TaskField, TaskText } from '../model/event-task.ts';
import type { LintIssue } from '../rule/lint-issue.ts';
import type { RuleFinding, Rule } from '../rule/rule.ts';

/** A rule with the severity that a configuration gives it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** What the rules find in one task, in the order in which a panel shows its fields; of one field in the order of the rules. */
export function checkTask(task: EventTask, diagram: Diagram, rules: readonly ActiveRule[]): LintIssue[] {
  const issues = rules.flatMap(({ rule, severity }) =>
    rule.check(task, diagram).map((finding) => toIssue(finding, task, rule, severity)),
  );
  return inPanelOrder(issues, task.family);
}

const positions = new WeakMap<Family, ReadonlyMap<string, number>>();

/** What belongs to no field of the template stands on top. */
export function inPanelOrder<Found extends Pick<LintIssue, 'field'>>(issues: Found[], family: Family): Found[] {
  if (issues.length < 2) return issues;
  const known = positions.get(family) ?? new Map(Object.keys(family.labels).map((field, index) => [field, index]));
  positions.set(family, known);
  const positionOf = ({ field }: Found): number => known.get(field) ?? -1;
  return issues.toSorted((a, b) => positionOf(a) - positionOf(b));
}

/** What the rules find in a whole diagram, task by task. */
export function checkDiagram(diagram: Diagram, rules: readonly ActiveRule[]): LintIssue[] {
  return diagram.tasks.flatMap((task) => checkTask(task, diagram, rules));
}

function toIssue(finding: RuleFinding, task: EventTask, rule: Rule, severity: Severity): LintIssue {
  const { message, at, range, fix, elementId = task.id } = finding;
  const elementName = finding.elementId === undefined ? task.name : finding.elementName;
  const field = finding.field ?? (at && isField(at) ? at.name : '');
  const label = Object.hasOwn(task.family.labels, field) ? task.family.labels[field] : undefined;
  return {
    rule: rule.id,
    severity,
    field,
    ...(label !== undefined && { label }),
    ...(rule.ofEmptyField === true && { ofEmptyField: true }),
    message,
    elementId,
    ...(elementName !== undefined && { elementName }),
    taskId: task.id,
    ...(at && { path: at.path }),
    ...(range && { range }),
    ...(fix && { fix }),
  };
}

function isField(at: TaskField | TaskText): at is TaskField {
  return 'name' in at;
}
