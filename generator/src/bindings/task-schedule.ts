import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type TaskScheduleMember = 'dueDate' | 'followUpDate';

/** The due date or follow-up date of a user task. */
export interface TaskScheduleBinding<out P extends TaskScheduleMember = TaskScheduleMember> {
  readonly type: 'zeebe:taskSchedule';
  readonly property: P;
}

/** The due date or follow-up date of a user task. */
export function taskSchedule<const P extends TaskScheduleMember>(property: P): TaskScheduleBinding<P> {
  return {
    type: 'zeebe:taskSchedule',
    property,
  };
}

export const taskScheduleBindingKind = {
  type: 'zeebe:taskSchedule',
  example: taskSchedule('dueDate'),
  members: ['property', 'type'],
  describe: (binding) => `schedule \`${binding.property}\``,
  target: (binding) => `schedule \`${binding.property}\``,
  rules: [{ types: TEXT_TYPES, elements: ['bpmn:UserTask'] }],
} as const satisfies BindingKind<TaskScheduleBinding>;
