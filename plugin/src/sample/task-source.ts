import type { TaskSource } from '@eventbridge-kit/event-job';
import { isEventTask, readJobTask } from 'bpmnlint-plugin-eventbridge/task';

/**
 * The task as a test send takes it: job type, input mappings in order, headers, retries. Nothing is evaluated and nothing
 * is checked. Undefined where the element is no job: it has no task definition with a type.
 */
export function readTaskSource(element: unknown): TaskSource | undefined {
  const task = readJobTask(element);
  if (task?.jobType === undefined) return undefined;
  const { id, jobType, inputs, headers, retries } = task;
  return {
    elementId: id,
    jobType: jobType.text,
    inputs: inputs.map(({ name, text }) => ({ target: name, source: text })),
    headers: Object.fromEntries(headers.map(({ name, text }) => [name, text])),
    ...(retries && { retries: retries.text }),
  };
}

/** Whether a test send can send the element: a task that the rules look at, and a job. */
export function canBeSent(element: unknown): boolean {
  return isEventTask(element) && readTaskSource(element) !== undefined;
}
