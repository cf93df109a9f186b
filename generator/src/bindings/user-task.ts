import type { BindingKind } from './binding-kind.ts';

/** Makes the user task one that Camunda itself runs; only a hidden property can bind it. */
export interface UserTaskBinding {
  readonly type: 'zeebe:userTask';
}

/** Makes the user task one that Camunda itself runs; only a hidden property can bind it. */
export function userTask(): UserTaskBinding {
  return { type: 'zeebe:userTask' };
}

export const userTaskBindingKind = {
  type: 'zeebe:userTask',
  example: userTask(),
  members: ['type'],
  describe: () => 'Camunda user task',
  target: () => 'Camunda user task',
  rules: [{ types: ['Hidden'], elements: ['bpmn:UserTask'] }],
} as const satisfies BindingKind<UserTaskBinding>;
