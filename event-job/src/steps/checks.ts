import { checkEvent, type CheckSettings } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';
import { checkKeys } from '../key-text.ts';
import { withNotes } from '../notes.ts';
import type { SendIdentity } from '../sender.ts';
import { hasErrors, wrongInput, type StepDone } from '../step.ts';
import type { Task } from '../task.ts';

export interface ChecksStep {
  readonly checkPolicy: (identity: SendIdentity) => readonly Issue[];
  readonly settings: CheckSettings;
  /** What is already known about fields, told with an error in the same field. */
  readonly notes: readonly Issue[];
}

/** Checks the event against the limits of EventBridge, and the rest against the operator's policy. */
export function checkTask(task: Task, { checkPolicy, settings, notes }: ChecksStep): StepDone<Task> {
  const issues = [
    ...checkEvent(task.event, task.connection, settings),
    ...checkKeys(task.identity),
    ...checkPolicy(task.identity),
  ];
  if (hasErrors(issues)) return wrongInput(withNotes(issues, notes));
  return { ok: true, value: task, show: () => ({ warnings: issues.length }), issues };
}
