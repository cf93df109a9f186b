import type { BindingKind } from './binding-kind.ts';

/** The priority of a user task, 0 to 100. */
export interface PriorityBinding {
  readonly type: 'zeebe:priorityDefinition';
  readonly property: 'priority';
}

/** What the schema allows with it. */
export type PriorityRule = {
  readonly binding: PriorityBinding;
  readonly types: 'Hidden' | 'Number' | 'Dropdown' | 'String' | 'Text';
  readonly elements: 'bpmn:UserTask';
};

/** The priority of a user task, 0 to 100. */
export const priority = (): PriorityBinding => ({ type: 'zeebe:priorityDefinition', property: 'priority' });

export const priorityBindingKind: BindingKind<PriorityBinding> = {
  type: 'zeebe:priorityDefinition',
  members: ['property', 'type'],
  describe: () => 'user task priority',
  target: () => 'user task priority',
};
