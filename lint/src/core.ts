/** The rules themselves, without any host: for editors and tools of one's own. */
export { readDiagram, type Diagram, type ErrorCatcher } from './model/diagram.ts';
export { engineOf, readTask } from './model/read-task.ts';
export {
  fieldsOf,
  type EventTask,
  type Family,
  type TaskField,
  type TaskText,
  type TemplateRef,
} from './model/event-task.ts';
export type { FieldPlace } from './model/job-task.ts';
export { engineText, parseEngineVersion, type EngineVersion } from './model/engine-version.ts';
export type { ModdlePath } from './model/node.ts';
export { checkDiagram, checkTask, type ActiveRule } from './run/check.ts';
export { configure, PRESETS, presetSettings, type Preset, type RuleSetting } from './run/configure.ts';
export type { LintIssue } from './rule/lint-issue.ts';
export type { RuleFinding, Rule, RuleScope } from './rule/rule.ts';
export { documentationUrl } from './rule/documentation.ts';
export type { TextRange } from 'camunda-feel';
export type {
  AddErrorBoundary,
  ApplyTemplate,
  Edit,
  Fix,
  RemoveField,
  RenameInput,
  SetField,
  SetJobType,
  SetRetries,
} from './fix/fix.ts';
export { LintSession, type HasTime, type SessionHost } from './session/session.ts';
export type { IssueCount } from './session/issue-store.ts';
export { RULES, ruleOf } from './rules/index.ts';
