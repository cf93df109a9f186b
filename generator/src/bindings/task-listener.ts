import type { BindingKind } from './binding-kind.ts';

type TaskListenerEvent = 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';

/** A job that runs in the life of a user task; the property's value is the listener's job type. */
export interface TaskListenerBinding {
  readonly type: 'zeebe:taskListener';
  readonly eventType: TaskListenerEvent;
  /** Retries of the listener's job, a number as text; default 3. */
  readonly retries?: string;
}

/**
 * A job that runs in the life of a user task; the property's value is the listener's job type.
 *
 * @param eventType when it runs
 */
export function taskListener(
  eventType: TaskListenerEvent,
  options: Pick<TaskListenerBinding, 'retries'> = {},
): TaskListenerBinding {
  return {
    type: 'zeebe:taskListener',
    eventType,
    ...options,
  };
}

export const taskListenerBindingKind = {
  type: 'zeebe:taskListener',
  example: taskListener('completing'),
  members: ['eventType', 'retries', 'type'],
  describe: (binding) => `listener on user task \`${binding.eventType}\``,
  // An element may have any number of listeners on one event.
  target: () => undefined,
  rules: [{ types: ['Hidden'], elements: ['bpmn:UserTask'] }],
} as const satisfies BindingKind<TaskListenerBinding>;
