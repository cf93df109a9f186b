import type { BindingKind } from './binding-kind.ts';

/** Makes the user task one that Camunda itself runs; only a hidden property can bind it. */
export interface UserTaskBinding {
  readonly type: 'zeebe:userTask';
}

/** What the schema allows with it. */
export type UserTaskRule = {
  readonly binding: UserTaskBinding;
  readonly types: 'Hidden';
  readonly elements: 'bpmn:UserTask';
};

/** Makes the user task one that Camunda itself runs; only a hidden property can bind it. */
export const userTask = (): UserTaskBinding => ({ type: 'zeebe:userTask' });

export const userTaskBindingKind: BindingKind<UserTaskBinding> = {
  type: 'zeebe:userTask',
  members: ['type'],
  describe: () => 'Camunda user task',
  target: () => 'Camunda user task',
};
