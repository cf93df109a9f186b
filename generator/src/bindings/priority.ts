import type { BindingKind } from './binding-kind.ts';

/** The priority of a user task, 0 to 100. */
export interface PriorityBinding {
  readonly type: 'zeebe:priorityDefinition';
  readonly property: 'priority';
}

/** The priority of a user task, 0 to 100. */
export function priority(): PriorityBinding {
  return { type: 'zeebe:priorityDefinition', property: 'priority' };
}

export const priorityBindingKind = {
  type: 'zeebe:priorityDefinition',
  example: priority(),
  members: ['property', 'type'],
  describe: () => 'user task priority',
  target: () => 'user task priority',
  rules: [{ types: ['Hidden', 'Number', 'Dropdown', 'String', 'Text'], elements: ['bpmn:UserTask'] }],
} as const satisfies BindingKind<PriorityBinding>;
