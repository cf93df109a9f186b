import type { TaskSource } from '@eventbridge-kit/event-job';
import { isEventTask, readJobTask } from 'bpmnlint-plugin-eventbridge/task';
import type { ModdleElement } from '../host/moddle.ts';

/**
 * One task as a test send takes it: job type, input mappings in order, headers, retries. Nothing is evaluated and nothing
 * is checked. `undefined` where the element is no job: it has no task definition with a type.
 */
export function readTask(businessObject: ModdleElement): TaskSource | undefined {
  const task = readJobTask(businessObject);
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

/** Whether the element is a task that can be sent: one that the rules look at, and a job. */
export function canBeSent(businessObject: ModdleElement): boolean {
  return isEventTask(businessObject) && readTask(businessObject) !== undefined;
}
