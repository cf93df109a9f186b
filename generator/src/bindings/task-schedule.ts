import type { BindingKind } from './binding-kind.ts';

type TaskScheduleMember = 'dueDate' | 'followUpDate';

/** The due date or follow-up date of a user task. */
export interface TaskScheduleBinding<out P extends TaskScheduleMember = TaskScheduleMember> {
  readonly type: 'zeebe:taskSchedule';
  readonly property: P;
}

/** What the schema allows with it. */
export type TaskScheduleRule = {
  readonly binding: TaskScheduleBinding;
  readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  readonly elements: 'bpmn:UserTask';
};

/** The due date or follow-up date of a user task. */
export const taskSchedule = <const P extends TaskScheduleMember>(property: P): TaskScheduleBinding<P> => ({
  type: 'zeebe:taskSchedule',
  property,
});

export const taskScheduleBindingKind: BindingKind<TaskScheduleBinding> = {
  type: 'zeebe:taskSchedule',
  members: ['property', 'type'],
  describe: (binding) => `schedule \`${binding.property}\``,
  target: (binding) => `schedule \`${binding.property}\``,
};
