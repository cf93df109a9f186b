import type { Severity } from '@eventbridge-kit/issue';
import type { Diagram } from '../model/diagram.ts';
import type { EventTask, TaskField, TaskText } from '../model/event-task.ts';
import type { LintIssue } from '../rule/lint-issue.ts';
import type { RuleFinding, Rule } from '../rule/rule.ts';

/** A rule with the severity that a configuration gives it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** What the rules find in one task, in the order of the rules. */
export function checkTask(task: EventTask, diagram: Diagram, rules: readonly ActiveRule[]): LintIssue[] {
  return rules.flatMap(({ rule, severity }) =>
    rule.check(task, diagram).map((finding) => toIssue(finding, task, rule, severity)),
  );
}

/** What the rules find in a whole diagram, task by task. */
export function checkDiagram(diagram: Diagram, rules: readonly ActiveRule[]): LintIssue[] {
  return diagram.tasks.flatMap((task) => checkTask(task, diagram, rules));
}

function toIssue(finding: RuleFinding, task: EventTask, rule: Rule, severity: Severity): LintIssue {
  const { message, at, range, fix, elementId = task.id } = finding;
  const elementName = finding.elementId === undefined ? task.name : finding.elementName;
  return {
    rule: rule.id,
    severity,
    field: finding.field ?? (at && isField(at) ? at.name : ''),
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
