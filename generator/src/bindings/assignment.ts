import type { BindingKind } from './binding-kind.ts';

type AssignmentMember = 'assignee' | 'candidateUsers' | 'candidateGroups';

/** Who may work on a user task. */
export interface AssignmentBinding<out P extends AssignmentMember = AssignmentMember> {
  readonly type: 'zeebe:assignmentDefinition';
  readonly property: P;
}

/** What the schema allows with it. */
export type AssignmentRule = {
  readonly binding: AssignmentBinding;
  readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  readonly elements: 'bpmn:UserTask';
};

/** Who may work on a user task. */
export const assignment = <const P extends AssignmentMember>(property: P): AssignmentBinding<P> => ({
  type: 'zeebe:assignmentDefinition',
  property,
});

export const assignmentBindingKind: BindingKind<AssignmentBinding> = {
  type: 'zeebe:assignmentDefinition',
  members: ['property', 'type'],
  describe: (binding) => `assignment \`${binding.property}\``,
  target: (binding) => `assignment \`${binding.property}\``,
};
