import { checkedEntry, toEntry, type CheckSettings, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';
import { checkKeys } from '../key-text.ts';
import type { SendIdentity } from '../sender.ts';
import { hasErrors, withNotes, wrongInput, type StepDone } from '../step.ts';
import type { Task } from './read-job.ts';

interface ChecksStep {
  readonly checkPolicy: (identity: SendIdentity) => readonly Issue[];
  readonly settings: CheckSettings;
  /** What is known about fields already; shown with an error of the same field. */
  readonly notes: readonly Issue[];
}

/** A task without a mistake, and the entry of its event. */
interface CheckedTask extends Task {
  readonly entry: PutEventsEntry;
}

/** Checks the event against the limits of EventBridge, keys and identity against what they may be here. */
export function checkTask(task: Task, { checkPolicy, settings, notes }: ChecksStep): StepDone<CheckedTask> {
  const checked = checkedEntry(task.event, task.connection, settings);
  const issues = [...checked.issues, ...checkKeys(task.identity), ...checkPolicy(task.identity)];
  if (hasErrors(issues)) return wrongInput(withNotes(issues, notes));
  const entry = checked.entry ?? toEntry(task.event);
  return { ok: true, value: { ...task, entry }, show: () => ({ warnings: issues.length }), issues };
}
