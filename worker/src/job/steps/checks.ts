import type { Issue } from '@eventbridge-kit/issue';
import { checkEvent, type CheckSettings } from '@eventbridge-kit/eventbridge';
import { checkKeys } from '../../aws/key-text.ts';
import { checkPolicy, type AwsPolicy } from '../../aws/policy.ts';
import { withNotes } from '../notes.ts';
import { hasErrors, wrongInput, type StepDone } from '../step.ts';
import type { Task } from '../task.ts';

export interface ChecksStep {
  readonly policy: AwsPolicy;
  readonly settings: CheckSettings;
  /** What is already known about fields, told with an error in the same field. */
  readonly notes: readonly Issue[];
}

/** Checks the event against the limits of EventBridge, and the rest against the operator's policy. */
export function checkTask(task: Task, { policy, settings, notes }: ChecksStep): StepDone<Task> {
  const issues = [
    ...checkEvent(task.event, task.connection, settings),
    ...checkKeys(task.identity),
    ...checkPolicy(task.identity, policy),
  ];
  if (hasErrors(issues)) return wrongInput(withNotes(issues, notes));
  return { ok: true, value: task, show: () => ({ warnings: issues.length }), issues };
}
